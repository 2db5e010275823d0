package org.doubtless.jobs;

import com.sun.management.OperatingSystemMXBean;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Tells whoever looks at the jobs that this process takes some. One that is killed leaves its last word behind for an hour. */
@ApplicationScoped
class ReportWorker {
    private static final Logger LOG = Logger.getLogger(ReportWorker.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final long KILOBYTE = 1024;

    private static final String REPORT = """
            insert into worker (name, host, process, since, seen, memory, machine_memory) values (?, ?, ?, ?, ?, ?, ?)
            on conflict (name) do update set seen = excluded.seen, memory = excluded.memory
            """;

    private final AgroalDataSource database;
    private final JobsConfig config;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "worker-report");
        made.setDaemon(true);
        return made;
    });

    ReportWorker(AgroalDataSource database, JobsConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            thread.scheduleAtFixedRate(this::report, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.shutdownNow();
        if (config.enabled() && thread.awaitTermination(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
            try (Connection connection = database.getConnection();
                    PreparedStatement delete = connection.prepareStatement("delete from worker where name = ?")) {
                delete.setString(1, WorkerName.own());
                delete.executeUpdate();
            } catch (SQLException e) {
                LOG.debugf(e, "The end of this worker was not reported");
            }
        }
    }

    private void report() {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(REPORT);
                PreparedStatement forget = connection.prepareStatement("delete from worker where seen < ?")) {
            Instant now = clock.instant();
            insert.setString(1, WorkerName.own());
            insert.setString(2, WorkerName.host());
            insert.setLong(3, ProcessHandle.current().pid());
            insert.setObject(
                    4,
                    time(Instant.ofEpochMilli(
                            ManagementFactory.getRuntimeMXBean().getStartTime())));
            insert.setObject(5, time(now));
            insert.setObject(6, held().orElse(null));
            insert.setLong(
                    7,
                    ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                            .getTotalMemorySize());
            insert.executeUpdate();
            forget.setObject(1, time(now.minus(REMEMBERED)));
            forget.executeUpdate();
        } catch (SQLException | RuntimeException e) {
            // Nobody works less for it; the next report comes in seconds.
            LOG.debugf(e, "This worker was not reported");
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** What this process holds of the machine's memory, native code included, in bytes; empty where the system does not tell. */
    private static Optional<Long> held() {
        try {
            return Files.isReadable(STATUS)
                    ? Files.readAllLines(STATUS).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .map(line -> Long.parseLong(line.replaceAll("\\D+", "")) * KILOBYTE)
                            .findFirst()
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
