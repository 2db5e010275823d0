package org.doubtless.project;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.web.Problem;

/**
 * Deletes a project with everything in it. It knows every table of a project, because the foreign keys let go in one
 * order only: cascades alone meet references that other cascades have not reached yet.
 */
@ApplicationScoped
class DeleteProject {
    /** Of a pool of millions; a minute is not always enough. */
    private static final int TIMEOUT_SECONDS = 1800;

    private static final List<String> STEPS = List.of(
            "update project set published_model = null where id = ?",
            "delete from annotation where project_id = ?",
            "delete from lease where project_id = ?",
            "delete from queue_entry where project_id = ?",
            "delete from round where project_id = ?",
            "delete from model_version where project_id = ?",
            "delete from import_rejection where job_id in (select id from job where project_id = ?)",
            "delete from image where project_id = ?",
            "delete from job where project_id = ?",
            "delete from project where id = ?");

    private final AgroalDataSource database;
    private final MembershipRepository memberships;
    private final ProjectRepository projects;

    DeleteProject(AgroalDataSource database, MembershipRepository memberships, ProjectRepository projects) {
        this.database = database;
        this.memberships = memberships;
        this.projects = projects;
    }

    @Transactional
    @TransactionConfiguration(timeout = TIMEOUT_SECONDS)
    void delete(ProjectId id, String confirmedName) {
        memberships.lock(id);
        Project project = projects.findByIdOptional(id.value()).orElseThrow(() -> Projects.notFound(id));
        if (!project.name().equals(confirmedName)) {
            throw Problem.badRequest(
                    "confirm_name",
                    "Project %s was not deleted. To confirm, give its exact name, '%s', as ?name=."
                            .formatted(id, project.name()));
        }
        projects.getEntityManager().detach(project);
        try (Connection connection = database.getConnection()) {
            dropScores(connection, id);
            for (String step : STEPS) {
                try (PreparedStatement statement = connection.prepareStatement(step)) {
                    statement.setLong(1, id.value());
                    statement.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Project " + id + " was not deleted", e);
        }
    }

    /** A model's scores are a partition of their own, which goes as a whole. */
    private static void dropScores(Connection connection, ProjectId id) throws SQLException {
        String sql = "select format('drop table %I.%I', n.nspname, c.relname) from pg_inherits i"
                + " join pg_class c on c.oid = i.inhrelid join pg_namespace n on n.oid = c.relnamespace"
                + " join model_version v on pg_get_expr(c.relpartbound, c.oid) in"
                + " (format('FOR VALUES IN (%L)', v.id), format('FOR VALUES IN (%s)', v.id))"
                + " where i.inhparent = 'image_score'::regclass and v.project_id = ?";
        List<String> drops = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, id.value());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    drops.add(rows.getString(1));
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            for (String drop : drops) {
                statement.execute(drop);
            }
        }
    }
}
