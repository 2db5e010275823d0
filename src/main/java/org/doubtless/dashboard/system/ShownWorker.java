package org.doubtless.dashboard.system;

import java.time.Instant;
import java.util.List;
import org.doubtless.web.Sentence;

/**
 * A process that takes jobs, and what it does now.
 *
 * @param host its machine, {@code process} its number there and {@code since} when it began; null where it has not told
 * @param seen its last sign of life
 * @param silent whether that is so long ago that its jobs are taken over
 * @param memory bytes that it holds of {@code machineMemory}; null where its system does not tell
 * @param jobs that it has now; none where it waits for one
 */
public record ShownWorker(
        String name,
        String host,
        Long process,
        Instant since,
        Instant seen,
        boolean silent,
        Long memory,
        Long machineMemory,
        List<Work> jobs) {

    /** A job under way; the stage is empty before the first. */
    public record Work(
            long job, @Sentence String title, @Sentence String stage, String project) {}
}
