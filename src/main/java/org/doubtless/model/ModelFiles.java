package org.doubtless.model;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * The versions that were made into files, as pieces in the database: a worker makes them, and a web process that may be on
 * another machine sends them. A project keeps its newest two.
 */
@ApplicationScoped
public class ModelFiles {
    private static final int PIECE = 1024 * 1024;
    private static final int KEPT = 2;

    private final AgroalDataSource database;
    private final Clock clock;

    ModelFiles(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How many bytes the version's file has; empty where there is none, or not all of it. */
    public OptionalLong size(ModelVersionId model) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select byte_count from model_file where model_version_id = ? and byte_count is not null")) {
            query.setLong(1, model.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** Writes a file. */
    @FunctionalInterface
    public interface Written {
        void to(OutputStream out) throws IOException;
    }

    /** Keeps the version's file in place of what an earlier try may have left; the project's older ones go. */
    public void keep(ModelVersion model, Written file) throws SQLException, IOException {
        update("delete from model_file where model_version_id = ?", model.id().value());
        update(
                "insert into model_file (model_version_id, made_at) values (?, ?)",
                model.id().value(),
                clock.instant().atOffset(ZoneOffset.UTC));
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into model_file_piece (model_version_id, turn, content) values (?, ?, ?)")) {
            Pieces pieces = new Pieces(insert, model.id());
            BufferedOutputStream out = new BufferedOutputStream(pieces, PIECE);
            file.to(out);
            out.flush();
            update(
                    "update model_file set byte_count = ? where model_version_id = ?",
                    pieces.bytes,
                    model.id().value());
        }
        update(
                "delete from model_file where model_version_id in (select f.model_version_id from model_file f"
                        + " join model_version m on m.id = f.model_version_id where m.project_id = ?"
                        + " order by f.made_at desc, f.model_version_id desc offset ?)",
                model.project().value(),
                KEPT);
    }

    private void update(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** Every flush of the buffer, or write that is larger than it, is a piece. */
    private static final class Pieces extends OutputStream {
        private final PreparedStatement insert;
        private final ModelVersionId model;
        private int turn;
        private long bytes;

        Pieces(PreparedStatement insert, ModelVersionId model) {
            this.insert = insert;
            this.model = model;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] content, int offset, int length) throws IOException {
            try {
                insert.setLong(1, model.value());
                insert.setInt(2, turn++);
                insert.setBytes(3, Arrays.copyOfRange(content, offset, offset + length));
                insert.executeUpdate();
                bytes += length;
            } catch (SQLException e) {
                throw new IOException("The model's file was not kept: " + e.getMessage(), e);
            }
        }
    }

    /** Writes the file out; between two pieces it holds no connection, however slow the reader. */
    public void send(ModelVersionId model, OutputStream out) throws SQLException, IOException {
        long left = size(model).orElseThrow(() -> new IOException("The file of model version " + model + " is gone"));
        for (int turn = 0; left > 0; turn++) {
            byte[] piece = piece(model, turn);
            left -= piece.length;
            out.write(piece);
        }
    }

    private byte[] piece(ModelVersionId model, int turn) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select content from model_file_piece where model_version_id = ? and turn = ?")) {
            query.setLong(1, model.value());
            query.setInt(2, turn);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new IOException("The file of model version " + model + " was dropped while it was sent");
                }
                return row.getBytes(1);
            }
        }
    }
}
