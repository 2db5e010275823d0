package org.doubtless.round.shards;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.doubtless.jobs.JobRun;
import org.doubtless.jobs.WorkerName;

/** The shards of one piece of a round's work, as the worker that has the round sees them. */
public interface ShardsOfRound {
    /** How long between two looks at what others have. */
    long LOOK_MILLIS = 100;

    /** Makes one that nobody has; false where there is none, or where it was told to stop. */
    boolean makeOne() throws SQLException, IOException;

    /** How many images are in shards that are not made. */
    long left() throws SQLException;

    /** The workers that make some now or made some, and how many images are in what each made. */
    Map<String, Long> makers() throws SQLException;

    /**
     * Takes shards like everybody else, and waits for those that others have.
     *
     * @param total images in them
     * @param what they made together, for the log
     */
    default void makeAll(JobRun run, long total, String what) throws SQLException, IOException {
        Set<String> known = new HashSet<>(makers().keySet());
        known.add(WorkerName.own());
        long looked = System.nanoTime();
        for (long left = total; left > 0; ) {
            run.checkCancelled();
            boolean made = makeOne();
            if (!made) {
                pause();
            }
            if (!made || System.nanoTime() - looked > TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)) {
                left = left();
                run.progress(total - left, total);
                makers().keySet().stream()
                        .filter(known::add)
                        .forEach(worker -> run.log("Worker %s helps".formatted(worker)));
                looked = System.nanoTime();
            }
        }
        Map<String, Long> makers = makers();
        if (makers.size() > 1) {
            run.log("%d workers made the %s: %s"
                    .formatted(
                            makers.size(),
                            what,
                            makers.entrySet().stream()
                                    .map(maker -> "%s of %,d images".formatted(maker.getKey(), maker.getValue()))
                                    .collect(Collectors.joining(", "))));
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while other workers make shards", e);
        }
    }
}
