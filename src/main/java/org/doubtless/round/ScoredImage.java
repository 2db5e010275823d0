package org.doubtless.round;

import org.doubtless.pool.ImageId;

/** What a model says of one image; the three doubts are divided by log C. */
record ScoredImage(
        ImageId image, double total, double aleatoric, double epistemic, int predicted, float[] probabilities) {}
