package org.doubtless.queue;

import java.time.Instant;
import org.doubtless.pool.ImageId;

/**
 * An image as it was handed to one person.
 *
 * @param rank null where it was not ranked
 */
public record ServedImage(
        ImageId image,
        long lease,
        String filename,
        int width,
        int height,
        Instant leasedUntil,
        boolean control,
        Reason reason,
        Rank rank,
        Doubts doubts) {

    ServedImage until(Instant moment) {
        return new ServedImage(image, lease, filename, width, height, moment, control, reason, rank, doubts);
    }

    /**
     * Its place in the queue when that was made, the images of both arms counted: a gap would tell them apart.
     *
     * @param of how many were in the queue then
     */
    public record Rank(int place, int of) {
        /** @param length null for a queue that does not know it */
        static Rank of(double position, Integer length, Reason reason) {
            boolean ranked = reason == Reason.DOUBT || reason == Reason.TYPICAL;
            if (!ranked || length == null || position <= 0 || position >= 1) {
                return null;
            }
            return new Rank(Math.max(1, Math.min(length, (int) Math.round(position * (length + 1)))), length);
        }
    }

    /**
     * What the published model says of it; null where it has not been scored.
     *
     * @param votes null where the model was scored before they were kept
     */
    public record Doubts(double total, double aleatoric, double epistemic, float[] probabilities, Votes votes) {}
}
