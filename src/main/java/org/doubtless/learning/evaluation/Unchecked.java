package org.doubtless.learning.evaluation;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * How many of some images that nobody has checked may be wrong, judged by those that were drawn from among them by chance
 * and checked.
 *
 * <p>With n checked ones of which k are wrong, N unchecked ones and l sound ones, let J of the unchecked be wrong. Then n
 * of {@code n + N + l} images were drawn, {@code k + J} of these are wrong, and {@code P(K <= k)} is hypergeometric. It falls
 * with J, so that the largest J for which it exceeds 5 % is an upper limit that holds with 95 % certainty for these very
 * N images, not only on average over others like them. For N without bound it becomes the limit of Clopper and Pearson
 * (1934) on the share.
 *
 * @param images N, the unchecked ones
 * @param sound l, images of the same kind that are counted as right and taken out of the unchecked ones
 * @param checked n, drawn by chance from all of them
 * @param wrong k of the checked ones
 */
record Unchecked(int images, int sound, int checked, int wrong) {
    private static final double RISK = 0.05;
    // 0.07 * 100 is a little more than 7 in doubles.
    private static final double ROUNDING = 1e-9;

    Unchecked {
        if (images < 0 || sound < 0 || wrong < 0 || wrong > checked) {
            throw new IllegalArgumentException("%d wrong of %d checked cannot speak for %d images and %d sound ones"
                    .formatted(wrong, checked, images, sound));
        }
    }

    /** Whether it is certain enough that at most this share of the unchecked ones, below 1, is wrong. */
    boolean holds(double share) {
        int first = (int) Math.floor(share * images + ROUNDING) + 1;
        return images > 0 && (first > images || chance(first) <= RISK);
    }

    /** The largest number of wrong ones among the unchecked that is not ruled out. */
    int limit() {
        int possible = 0;
        int ruledOut = images + 1;
        while (ruledOut - possible > 1) {
            int middle = (possible + ruledOut) >>> 1;
            if (chance(middle) > RISK) {
                possible = middle;
            } else {
                ruledOut = middle;
            }
        }
        return possible;
    }

    /** How many have to be checked, at least, for the share to hold if no further one is wrong. */
    int checkedNeeded(double share) {
        int enough = Math.max(1, checked);
        while (!with(enough).holds(share)) {
            enough = Math.multiplyExact(enough, 2);
        }
        int few = checked - 1;
        while (enough - few > 1) {
            int middle = (few + enough) >>> 1;
            if (with(middle).holds(share)) {
                enough = middle;
            } else {
                few = middle;
            }
        }
        return enough;
    }

    private Unchecked with(int otherChecked) {
        return new Unchecked(images, sound, otherChecked, wrong);
    }

    /** {@code P(K <= k)} if so many of the unchecked ones are wrong. */
    private double chance(int unseen) {
        if (checked == 0) {
            return 1;
        }
        return HypergeometricDistribution.of(checked + images + sound, wrong + unseen, checked)
                .cumulativeProbability(wrong);
    }
}
