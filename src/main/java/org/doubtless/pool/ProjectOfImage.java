package org.doubtless.pool;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectOf;

@ApplicationScoped
public class ProjectOfImage implements ProjectOf {
    private final AgroalDataSource database;

    ProjectOfImage(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public String parameter() {
        return "i";
    }

    @Override
    public String thing() {
        return "image";
    }

    @Override
    public Optional<ProjectId> of(String value) {
        try {
            return find(ImageId.fromString(value));
        } catch (SQLException e) {
            throw new IllegalStateException("The project of image " + value + " could not be read", e);
        }
    }

    public Optional<ProjectId> find(ImageId image) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select project_id from image where id = ?")) {
            query.setLong(1, image.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(new ProjectId(row.getLong(1))) : Optional.empty();
            }
        }
    }
}
