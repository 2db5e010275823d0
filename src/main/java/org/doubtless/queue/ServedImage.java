package org.doubtless.queue;

import java.time.Instant;
import org.doubtless.pool.ImageId;

/** An image as it was handed to one person. */
public record ServedImage(
        ImageId image,
        long lease,
        String filename,
        int width,
        int height,
        Instant leasedUntil,
        boolean control,
        Reason reason,
        Doubts doubts) {

    ServedImage until(Instant moment) {
        return new ServedImage(image, lease, filename, width, height, moment, control, reason, doubts);
    }

    /** What the published model says of it; null where it has not been scored. */
    public record Doubts(double total, double aleatoric, double epistemic, float[] probabilities) {}
}
