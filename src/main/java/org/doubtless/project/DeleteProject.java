package org.doubtless.project;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.doubtless.web.Problem;
import org.jboss.logging.Logger;

/**
 * Deletes a project with everything in it. It knows every table of a project, because the foreign keys let go in one
 * order only: cascades alone meet references that other cascades have not reached yet.
 */
@ApplicationScoped
class DeleteProject {
    /** Of a pool of millions; a minute is not always enough. */
    private static final int TIMEOUT_SECONDS = 1800;

    private static final int ATTEMPTS = 5;
    /** Lock timeout and deadlock, as SQL states. */
    private static final Set<String> IN_USE = Set.of("55P03", "40P01");

    // They wait for a publication that is under way: it holds its round, and in the end the project.
    private static final List<String> STEPS = List.of(
            "delete from annotation where project_id = ?",
            "delete from lease where project_id = ?",
            "delete from queue_entry where project_id = ?",
            "update project set automatic_set = null where id = ?",
            "delete from automatic_label where set_id in (select id from automatic_set where project_id = ?)",
            "delete from automatic_audit where set_id in (select id from automatic_set where project_id = ?)",
            "delete from automatic_set where project_id = ?",
            "delete from wanted_round where project_id = ?",
            "delete from round where project_id = ?",
            "delete from import_rejection where job_id in (select id from job where project_id = ?)",
            "delete from image where project_id = ?");

    private static final List<String> LAST_STEPS = List.of(
            "delete from model_version where project_id = ?",
            "delete from job where project_id = ?",
            // No key ties entries to their project: those that a publication left meanwhile.
            "delete from queue_entry where project_id = ?",
            "delete from project where id = ?");

    private static final Logger LOG = Logger.getLogger(DeleteProject.class);

    private final AgroalDataSource database;
    private final Event<ProjectChanged> changed;
    private final MembershipRepository memberships;
    private final ProjectRepository projects;

    DeleteProject(
            AgroalDataSource database,
            MembershipRepository memberships,
            ProjectRepository projects,
            Event<ProjectChanged> changed) {
        this.changed = changed;
        this.database = database;
        this.memberships = memberships;
        this.projects = projects;
    }

    void delete(ProjectId id, String confirmedName) {
        dropScores(id, confirmedName);
        QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).run(() -> deleteRows(id, confirmedName));
    }

    /**
     * The scores go first and by themselves: dropping a partition stops everybody who reads any project's scores, and
     * the lock is held to the end of the transaction.
     */
    private void dropScores(ProjectId id, String confirmedName) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    confirm(id, confirmedName);
                    inDatabase(id, connection -> {
                        drop(connection, partitions(connection, id));
                        update(connection, "update project set published_model = null where id = ?", id);
                    });
                });
                return;
            } catch (ScoresInUse e) {
                LOG.debugf("Project %s is not deleted yet: its scores are in use (attempt %s)", id, attempt);
            }
        }
        throw Problem.unavailable(
                "Project %s was not deleted: its scores are in use, for instance by a round. Try again in a minute."
                        .formatted(id));
    }

    private void deleteRows(ProjectId id, String confirmedName) {
        memberships.lock(id);
        confirm(id, confirmedName);
        inDatabase(id, connection -> {
            requireNoScores(connection, id);
            for (String step : STEPS) {
                update(connection, step, id);
            }
            requireNoScores(connection, id);
            for (String step : LAST_STEPS) {
                update(connection, step, id);
            }
            changed.fire(new ProjectChanged(id));
        });
    }

    private static void requireNoScores(Connection connection, ProjectId id) throws SQLException {
        if (!partitions(connection, id).isEmpty()) {
            throw Problem.conflict(
                    "round_published",
                    "Project %s was not deleted: a round has published a model meanwhile. Delete it again."
                            .formatted(id));
        }
    }

    private void confirm(ProjectId id, String confirmedName) {
        Project project = projects.findByIdOptional(id.value()).orElseThrow(() -> Projects.notFound(id));
        if (!project.name().equals(confirmedName)) {
            throw Problem.badRequest(
                    "confirm_name",
                    "Project %s was not deleted. To confirm, give its exact name, '%s', as ?name=."
                            .formatted(id, project.name()));
        }
        projects.getEntityManager().detach(project);
    }

    private void inDatabase(ProjectId id, Work work) {
        try (Connection connection = database.getConnection()) {
            work.with(connection);
        } catch (SQLException e) {
            if (IN_USE.contains(String.valueOf(e.getSQLState()))) {
                throw new ScoresInUse(e);
            }
            throw new IllegalStateException("Project " + id + " was not deleted", e);
        }
    }

    private static void update(Connection connection, String sql, ProjectId id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id.value());
            statement.executeUpdate();
        }
    }

    /** A model's scores are a partition of their own, which goes as a whole. */
    private static List<String> partitions(Connection connection, ProjectId id) throws SQLException {
        String sql = "select format('%I.%I', n.nspname, c.relname) from pg_inherits i"
                + " join pg_class c on c.oid = i.inhrelid join pg_namespace n on n.oid = c.relnamespace"
                + " join model_version v on pg_get_expr(c.relpartbound, c.oid) in"
                + " (format('FOR VALUES IN (%L)', v.id), format('FOR VALUES IN (%s)', v.id))"
                + " where i.inhparent = 'image_score'::regclass and v.project_id = ?";
        List<String> names = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, id.value());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    private static void drop(Connection connection, List<String> partitions) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // While it waits for a reader, everybody who comes later waits for it.
            statement.execute("set local lock_timeout = '2s'");
            for (String partition : partitions) {
                statement.execute("drop table " + partition);
            }
        }
    }

    @FunctionalInterface
    private interface Work {
        void with(Connection connection) throws SQLException;
    }

    private static final class ScoresInUse extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ScoresInUse(SQLException cause) {
            super(cause);
        }
    }
}
