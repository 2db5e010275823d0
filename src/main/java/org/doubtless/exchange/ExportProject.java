package org.doubtless.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.concurrent.Semaphore;
import org.doubtless.model.ModelVersions;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.web.Problem;

/** Begins an export. Each holds a connection for as long as its reader takes, so there are few at once. */
@ApplicationScoped
public class ExportProject {
    static final int AT_ONCE = 4;

    private static final String AUTOMATIC = """
            select v.number, s.most_wrong, s.threshold, s.bound, s.created_at
            from automatic_set s join model_version v on v.id = s.model_version_id where s.id = ?
            """;

    private final AgroalDataSource database;
    private final Projects projects;
    private final ModelVersions models;
    private final ObjectMapper json;
    private final Semaphore places = new Semaphore(AT_ONCE);

    ExportProject(AgroalDataSource database, Projects projects, ModelVersions models, ObjectMapper json) {
        this.database = database;
        this.projects = projects;
        this.models = models;
        this.json = json;
    }

    /** To be closed by whoever asks. */
    public Export begin(ProjectId id, ExportChoice choice, AskedBy by) throws SQLException {
        if (!places.tryAcquire()) {
            throw new Problem(
                    429,
                    "too_many_exports",
                    "Not now",
                    "%d exports are under way, which is the most at once. Wait until one of them is done."
                            .formatted(AT_ONCE));
        }
        Snapshot snapshot = null;
        try {
            snapshot = Snapshot.of(database, id);
            // After the snapshot, so that no label of it is missing among the project's.
            Project project = QuarkusTransaction.requiringNew().call(() -> projects.get(id));
            Manifest manifest = manifest(snapshot, project, choice, by);
            return new Export(snapshot, choice, project.labels().classes(), manifest, json, places::release);
        } catch (SQLException | RuntimeException e) {
            places.release();
            if (snapshot != null) {
                snapshot.close();
            }
            throw e;
        }
    }

    private Manifest manifest(Snapshot snapshot, Project project, ExportChoice choice, AskedBy by) throws SQLException {
        Connection connection = snapshot.connection();
        Long set = snapshot.automaticSet(choice).orElse(null);
        return new Manifest(
                Manifest.FORMAT,
                Manifest.VERSION,
                snapshot.at(),
                by.shown(choice),
                Manifest.Chosen.of(choice),
                Manifest.ProjectPart.of(project),
                project.labels().classes().stream().map(Manifest.ClassPart::of).toList(),
                models.published(connection, project.id())
                        .map(Manifest.ModelPart::of)
                        .orElse(null),
                set == null ? null : automatic(connection, set),
                Manifest.Counts.of(ExportCounts.read(connection, project.id(), set), choice.format()),
                Manifest.ColumnPart.of(choice));
    }

    private static Manifest.AutomaticPart automatic(Connection connection, long set) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(AUTOMATIC)) {
            query.setLong(1, set);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Manifest.AutomaticPart(
                        row.getInt(1),
                        row.getDouble(2),
                        row.getObject(3, Float.class),
                        row.getObject(4, Float.class),
                        row.getObject(5, OffsetDateTime.class).toInstant());
            }
        }
    }
}
