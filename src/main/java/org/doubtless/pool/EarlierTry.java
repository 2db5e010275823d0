package org.doubtless.pool;

import java.util.Set;
import org.doubtless.jobs.JobId;

/**
 * What is known when a batch is written about what this job has stored before: in a process that was killed, or in a
 * commit whose answer was lost. Such images are this import's own, and no duplicates.
 *
 * @param newest the highest id that this run knows to have stored
 * @param rejections how many rejections it knows to have stored
 * @param counted the ids from earlier tries that it has counted already
 */
record EarlierTry(JobId job, long newest, long rejections, Set<Long> counted) {
    boolean stored(KnownImage image, String name) {
        return image.importJob() != null
                && image.importJob() == job.value()
                && image.id().value() > newest
                && image.filename().equals(name)
                && !counted.contains(image.id().value());
    }
}
