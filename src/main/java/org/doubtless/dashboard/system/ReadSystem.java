package org.doubtless.dashboard.system;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.jobs.worker.KeepWorker;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads how the installation is. */
@ApplicationScoped
class ReadSystem {
    /** After which a worker's job is taken over. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private static final String WORKERS = """
            select t.picked_by, j.id, j.title, p.name, t.last_heartbeat
            from scheduled_tasks t join job j on j.id::text = t.task_instance left join project p on p.id = j.project_id
            where t.picked order by t.picked_by, j.id
            """;
    private static final String JOBS = """
            select count(*) filter (where j.state = 'running'), count(*) filter (where j.state = 'waiting'),
                   count(*) filter (where j.state = 'failed' and j.finished_at > now() - interval '1 day'),
                   coalesce(extract(epoch from now() - min(t.execution_time)
                     filter (where j.state = 'waiting' and not t.picked and t.execution_time < now())) / 60, 0)::bigint
            from job j left join scheduled_tasks t on t.task_instance = j.id::text
            where j.state in ('running', 'waiting') or j.finished_at > now() - interval '1 day'
            """;

    private final AgroalDataSource database;
    private final ReadStorage readStorage;
    private final KeepWorker worker;
    private final Path data;
    private final Clock clock;

    ReadSystem(
            AgroalDataSource database,
            ReadStorage readStorage,
            KeepWorker worker,
            @ConfigProperty(name = "doubtless.data", defaultValue = ".") Path data,
            Clock clock) {
        this.database = database;
        this.readStorage = readStorage;
        this.worker = worker;
        this.data = data;
        this.clock = clock;
    }

    SystemState read() throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            return new SystemState(
                    connection.getMetaData().getDatabaseProductVersion(),
                    disk(),
                    worker.state(),
                    workers(connection),
                    jobs(connection),
                    readStorage.read());
        }
    }

    private SystemState.Disk disk() throws IOException {
        FileStore store = Files.getFileStore(Files.exists(data) ? data : Path.of("."));
        return new SystemState.Disk(store.getUsableSpace(), store.getTotalSpace());
    }

    private List<SystemState.Busy> workers(Connection connection) throws SQLException {
        Instant late = clock.instant().minus(SILENCE);
        try (PreparedStatement query = connection.prepareStatement(WORKERS);
                ResultSet row = query.executeQuery()) {
            List<SystemState.Busy> workers = new ArrayList<>();
            while (row.next()) {
                Instant seen = row.getObject(5, OffsetDateTime.class).toInstant();
                workers.add(new SystemState.Busy(
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        seen,
                        seen.isBefore(late)));
            }
            return workers;
        }
    }

    private static SystemState.Jobs jobs(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(JOBS);
                ResultSet row = query.executeQuery()) {
            row.next();
            return new SystemState.Jobs(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
        }
    }
}
