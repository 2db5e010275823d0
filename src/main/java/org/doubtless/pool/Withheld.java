package org.doubtless.pool;

import java.util.SplittableRandom;

/**
 * What a model thinks of which images those must not learn who answer them: of the control arm and of audits never, neither
 * before the answer nor after it, because it would bias the answers that everything is measured by; and of as many of the
 * other images, drawn by chance once and for ever, so that what is missing does not give the arm away.
 *
 * @param seed the project's, which nobody who labels may know
 * @param controlShare of every image served this share is of the control arm
 */
public record Withheld(long seed, double controlShare) {

    /** @param measures whether the image is of the control arm, or audited */
    public boolean hides(ImageId image, boolean measures) {
        if (measures) {
            return true;
        }
        // Of every image served a share c is control; c / (1 - c) of the others makes as many of them.
        double share = controlShare / (1 - controlShare);
        long key = seed ^ (image.value() * 0x9E3779B97F4A7C15L);
        return new SplittableRandom(key).nextDouble() < share;
    }
}
