package org.doubtless.round;

import org.doubtless.pool.ImageId;
import org.doubtless.queue.Votes;

/**
 * What a model says of one image; the three doubts are divided by log C.
 *
 * @param votes null for scores that were read back, for nobody asks them for it
 */
record ScoredImage(
        ImageId image,
        double total,
        double aleatoric,
        double epistemic,
        int predicted,
        float[] probabilities,
        Votes votes) {}
