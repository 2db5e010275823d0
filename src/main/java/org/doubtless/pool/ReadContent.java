package org.doubtless.pool;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.doubtless.pool.files.ImageFormat;

/** Reads images' bytes piece by piece; between two pieces it holds no connection, however slow the reader. */
@ApplicationScoped
class ReadContent {
    private static final int PIECE = ContentPieces.USUAL;

    private final AgroalDataSource database;

    ReadContent(AgroalDataSource database) {
        this.database = database;
    }

    Optional<ImageHead> head(ImageId image) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select filename, media_type, orientation, sha256, byte_count" + " from image where id = ?")) {
            query.setLong(1, image.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new ImageHead(
                                image,
                                row.getString(1),
                                new StoredKind(ImageFormat.ofMediaType(row.getString(2)), row.getInt(3)),
                                HexFormat.of().formatHex(row.getBytes(4)),
                                row.getLong(5)))
                        : Optional.empty();
            }
        }
    }

    /** Empty where the image serves as its own thumbnail. */
    Optional<byte[]> thumbnail(ImageId image) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select content from image_thumbnail where image_id = ?")) {
            query.setLong(1, image.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        }
    }

    byte[] all(ImageHead image) throws SQLException, IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream((int) image.length());
        send(image.id(), 0, image.length(), bytes);
        return bytes.toByteArray();
    }

    /** Writes so many bytes from this one on. */
    void send(ImageId image, long from, long length, OutputStream out) throws SQLException, IOException {
        long end = from + length;
        for (long at = from; at < end; at += PIECE) {
            out.write(piece(image, at, (int) Math.min(PIECE, end - at)));
        }
    }

    private byte[] piece(ImageId image, long from, int length) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            return ContentPieces.read(connection, image, from, length);
        }
    }
}
