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
import org.doubtless.jobs.worker.KeepWorker;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads how the installation is. */
@ApplicationScoped
class ReadSystem {
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
    private final ReadWorkers readWorkers;
    private final Path data;

    ReadSystem(
            AgroalDataSource database,
            ReadStorage readStorage,
            KeepWorker worker,
            ReadWorkers readWorkers,
            @ConfigProperty(name = "doubtless.data", defaultValue = ".") Path data) {
        this.database = database;
        this.readStorage = readStorage;
        this.worker = worker;
        this.readWorkers = readWorkers;
        this.data = data;
    }

    SystemState read() throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            return new SystemState(
                    connection.getMetaData().getDatabaseProductVersion(),
                    disk(),
                    worker.state(),
                    readWorkers.read(),
                    jobs(connection),
                    readStorage.read());
        }
    }

    private SystemState.Disk disk() throws IOException {
        FileStore store = Files.getFileStore(Files.exists(data) ? data : Path.of("."));
        return new SystemState.Disk(store.getUsableSpace(), store.getTotalSpace());
    }

    private static SystemState.Jobs jobs(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(JOBS);
                ResultSet row = query.executeQuery()) {
            row.next();
            return new SystemState.Jobs(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
        }
    }
}
