package org.doubtless.annotation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectOf;

/** Finds the project of the annotation that a path names. */
@ApplicationScoped
class ProjectOfAnnotation implements ProjectOf {
    private final AgroalDataSource database;

    ProjectOfAnnotation(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public String parameter() {
        return "a";
    }

    @Override
    public String thing() {
        return "annotation";
    }

    @Override
    public Optional<ProjectId> of(String value) {
        try (Connection connection = database.getConnection()) {
            return Annotations.byId(connection, AnnotationId.fromString(value)).map(Annotations.Found::project);
        } catch (SQLException e) {
            throw new IllegalStateException("The project of annotation " + value + " was not read", e);
        }
    }
}
