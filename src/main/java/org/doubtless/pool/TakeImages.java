package org.doubtless.pool;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.doubtless.jobs.JobRun;
import org.doubtless.pool.files.CheckImage;
import org.doubtless.pool.files.SharedMemory;
import org.doubtless.project.ProjectId;
import org.doubtless.web.DatabaseProblem;
import org.doubtless.web.Problem;

/**
 * Brings files into a pool: reads and checks them on all cores, stores them batch by batch, each batch whole or not at
 * all. What is stored stays, however the import ends; run again, it goes on where it was.
 */
@ApplicationScoped
public class TakeImages {
    private static final int BATCH_FILES = 500;
    private static final long BATCH_BYTES = 16_000_000;
    private static final int PART_OF_HEAP = 8;
    private static final Duration IDLE = Duration.ofMillis(50);
    /** A database that restarts is back within it; one that is not back needs a person. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AgroalDataSource database;
    private final CheckImage check;
    private final List<ImagesTaken> listeners;
    private final Event<PoolGrew> grew;
    private final Clock clock;

    TakeImages(
            AgroalDataSource database,
            CheckImage check,
            @All List<ImagesTaken> listeners,
            Event<PoolGrew> grew,
            Clock clock) {
        this.database = database;
        this.check = check;
        this.listeners = listeners;
        this.grew = grew;
        this.clock = clock;
    }

    /** Takes all of them on behalf of a job, whose result is what became of them. Closes the candidates. */
    public void take(ProjectId project, JobRun run, Candidates candidates) throws Exception {
        ImportCount count = new ImportCount();
        count.report(run);
        SharedMemory memory = SharedMemory.partOfHeap(PART_OF_HEAP);
        try (Candidates closed = candidates;
                PrepareFiles prepare = new PrepareFiles(closed, check, memory)) {
            prepare.start();
            EarlierTry earlier = new EarlierTry(run.id(), 0, 0, new HashSet<>());
            List<PrepareFiles.Ready> batch = new ArrayList<>();
            long bytes = 0;
            while (!prepare.finished()) {
                PrepareFiles.Ready ready = prepare.next(IDLE);
                if (ready != null) {
                    batch.add(ready);
                    bytes += ready.file().weight();
                }
                boolean full = batch.size() >= BATCH_FILES || bytes >= BATCH_BYTES;
                // An idle moment too, or the feeder might wait for the memory that this batch holds.
                if (full || (ready == null && !batch.isEmpty())) {
                    earlier = write(project, run, batch, earlier, count);
                    bytes = 0;
                }
                run.progress(count.seen(), closed.count());
                if (run.cancelled()) {
                    run.checkHandedBack();
                    write(project, run, batch, earlier, count);
                    run.log("Cancelled. What came in so far stays: " + count + ".");
                    run.checkCancelled();
                }
            }
            write(project, run, batch, earlier, count);
            run.progress(count.seen(), closed.count());
            run.log(count + ".");
        } catch (SQLException e) {
            throw failure(e, count);
        } finally {
            if (count.taken() > 0 && !run.stopping()) {
                grew.fire(new PoolGrew(project));
            }
        }
    }

    private EarlierTry write(
            ProjectId project, JobRun run, List<PrepareFiles.Ready> batch, EarlierTry earlier, ImportCount count)
            throws SQLException, IOException, InterruptedException {
        if (batch.isEmpty()) {
            return earlier;
        }
        List<PreparedFile> files = batch.stream().map(PrepareFiles.Ready::file).toList();
        WriteBatch written = writePatiently(project, run, files, earlier);
        batch.forEach(PrepareFiles.Ready::close);
        batch.clear();
        count.add(written.count());
        count.report(run);
        return written.committed();
    }

    private WriteBatch writePatiently(ProjectId project, JobRun run, List<PreparedFile> files, EarlierTry earlier)
            throws SQLException, IOException, InterruptedException {
        Instant deadline = clock.instant().plus(PATIENCE);
        while (true) {
            try {
                return writeOnce(project, files, earlier);
            } catch (SQLException | IOException e) {
                Problem problem = DatabaseProblem.in(e);
                boolean away = problem != null && problem.status() == 503;
                if (!away || clock.instant().isAfter(deadline)) {
                    throw e;
                }
                run.log("The database does not answer; trying again.");
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }

    private WriteBatch writeOnce(ProjectId project, List<PreparedFile> files, EarlierTry earlier)
            throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                WriteBatch batch = new WriteBatch(connection, project, earlier);
                batch.write(files, clock.instant());
                List<TakenImage> taken = batch.taken();
                if (!taken.isEmpty()) {
                    for (ImagesTaken listener : listeners) {
                        listener.taken(connection, project, taken);
                    }
                }
                connection.commit();
                return batch;
            } catch (SQLException | IOException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static Exception failure(SQLException e, ImportCount count) {
        Problem problem = DatabaseProblem.in(e);
        if (problem == null) {
            return e;
        }
        String why = problem.status() == 507 ? "The database's disk is full." : "The database did not answer.";
        return new Problem(
                problem.status(),
                problem.code(),
                problem.title(),
                "%s So far: %s; they stay. %s the same files again: what is in the pool is recognised."
                        .formatted(why, count, problem.status() == 507 ? "Free space, then send" : "Send"));
    }
}
