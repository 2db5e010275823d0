package org.doubtless.round.features;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.doubtless.learning.features.LabelFreeFeatures;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectId;

/** The kept extractors of features. */
@ApplicationScoped
class FeatureSets {
    private final AgroalDataSource database;
    private final Clock clock;

    FeatureSets(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param encoder how an encoder in it must have been trained; null for none */
    Optional<FeatureSet> newest(ProjectId project, String encoder) throws SQLException {
        String sql = "select id, extractor, fitted_on from feature_set where project_id = ?"
                + " and encoder is not distinct from ? order by id desc limit 1";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, project.value());
            query.setString(2, encoder);
            return read(query);
        }
    }

    Optional<FeatureSet> find(ProjectId project, long id) throws SQLException {
        String sql = "select id, extractor, fitted_on from feature_set where project_id = ? and id = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, project.value());
            query.setLong(2, id);
            return read(query);
        }
    }

    private static Optional<FeatureSet> read(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            return row.next()
                    ? Optional.of(
                            new FeatureSet(row.getLong(1), LabelFreeFeatures.fromBytes(row.getBytes(2)), row.getInt(3)))
                    : Optional.empty();
        }
    }

    FeatureSet keep(Project project, LabelFreeFeatures extractor, int fittedOn, String encoder) throws SQLException {
        String sql = "insert into feature_set (project_id, extractor, fitted_on, seed, created_at, encoder)"
                + " values (?, ?, ?, ?, ?, ?) returning id";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, project.id().value());
            insert.setBytes(2, extractor.toBytes());
            insert.setInt(3, fittedOn);
            insert.setLong(4, project.seed());
            insert.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setString(6, encoder);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return new FeatureSet(row.getLong(1), extractor, fittedOn);
            }
        }
    }
}
