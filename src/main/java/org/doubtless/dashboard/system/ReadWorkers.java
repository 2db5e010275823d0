package org.doubtless.dashboard.system;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads which processes take jobs, with those that they have. */
@ApplicationScoped
public class ReadWorkers {
    /** After which a worker's job is taken over. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    // One that has a job and never told of itself is shown as well.
    private static final String WORKERS = """
            select coalesce(w.name, t.picked_by), w.host, w.process, w.since, greatest(w.seen, t.last_heartbeat), w.memory,
                   w.machine_memory, j.id, j.title, j.stage, p.name
            from worker w full join (select * from scheduled_tasks where picked) t on t.picked_by = w.name
            left join job j on j.id::text = t.task_instance left join project p on p.id = j.project_id
            order by w.host, w.process, 1, j.id
            """;

    private final AgroalDataSource database;
    private final Clock clock;

    ReadWorkers(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public List<ShownWorker> read() throws SQLException {
        Instant late = clock.instant().minus(SILENCE);
        Map<String, ShownWorker> workers = new LinkedHashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(WORKERS);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                Instant seen = instant(row, 5);
                ShownWorker worker = new ShownWorker(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, Long.class),
                        instant(row, 4),
                        seen,
                        seen.isBefore(late),
                        row.getObject(6, Long.class),
                        row.getObject(7, Long.class),
                        new ArrayList<>());
                workers.putIfAbsent(worker.name(), worker);
                if (row.getObject(8) != null) {
                    workers.get(worker.name())
                            .jobs()
                            .add(new ShownWorker.Work(
                                    row.getLong(8), row.getString(9), row.getString(10), row.getString(11)));
                }
            }
        }
        return List.copyOf(workers.values());
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
