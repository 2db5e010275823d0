package org.doubtless.round.features;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doubtless.learning.training.Augmentation;
import org.doubtless.learning.training.EncoderSettings;
import org.doubtless.project.ProjectId;

/** Which projects want an encoder, and how far its training is. */
@ApplicationScoped
class Encoders {
    private final AgroalDataSource database;

    Encoders(AgroalDataSource database) {
        this.database = database;
    }

    /** How a project wants its encoder trained; empty where it wants none. */
    Optional<EncoderSettings> wanted(ProjectId project) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select augmentations, steps from encoder where project_id = ?")) {
            query.setLong(1, project.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(EncoderSettings.defaults()
                                .withSteps(row.getInt(2))
                                .withAugmentations(
                                        Arrays.stream((String[]) row.getArray(1).getArray())
                                                .map(Augmentation::named)
                                                .toList()))
                        : Optional.empty();
            }
        }
    }

    /** Another wish ends the training of the former one. */
    void want(ProjectId project, EncoderSettings settings) throws SQLException {
        String sql = "insert into encoder (project_id, augmentations, steps) values (?, ?, ?) on conflict (project_id)"
                + " do update set augmentations = excluded.augmentations, steps = excluded.steps, checkpoint = null"
                + " where encoder.augmentations <> excluded.augmentations or encoder.steps <> excluded.steps";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            List<String> names = settings.augmentations().stream()
                    .sorted()
                    .map(Augmentation::label)
                    .toList();
            insert.setLong(1, project.value());
            insert.setArray(2, connection.createArrayOf("text", names.toArray()));
            insert.setInt(3, settings.steps());
            insert.executeUpdate();
        }
    }

    void forget(ProjectId project) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from encoder where project_id = ?")) {
            delete.setLong(1, project.value());
            delete.executeUpdate();
        }
    }

    /** From where the training can go on. */
    Optional<byte[]> checkpoint(ProjectId project) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select checkpoint from encoder where project_id = ?")) {
            query.setLong(1, project.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getBytes(1)) : Optional.empty();
            }
        }
    }

    /** @param checkpoint null once the training is over */
    void keep(ProjectId project, byte[] checkpoint) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update encoder set checkpoint = ? where project_id = ?")) {
            update.setBytes(1, checkpoint);
            update.setLong(2, project.value());
            update.executeUpdate();
        }
    }
}
