package org.doubtless.demo.pollen;

import java.util.SplittableRandom;

/** How much a drawn image can tell, and therefore which doubt it causes. */
public enum Kind {
    /** One grain, sharp enough to be named. */
    CLEAR(0.87),
    /** One grain behind a strong blur: its species was drawn but cannot be seen for sure. */
    OUT_OF_FOCUS(0.06),
    /** A grain half-way between two species: either name is as good as the other. */
    BETWEEN(0.05),
    /** No grain at all: a fibre, a bubble, dirt. */
    DEBRIS(0.02);

    private final double share;

    Kind(double share) {
        this.share = share;
    }

    /** The part of all images that is of this kind; the shares add up to one. */
    public double share() {
        return share;
    }

    /** Whether an expert who sees the image can name the species for sure. */
    public boolean canBeTold() {
        return this == CLEAR;
    }

    static Kind pick(SplittableRandom random) {
        double left = random.nextDouble();
        for (Kind kind : values()) {
            left -= kind.share;
            if (left < 0) {
                return kind;
            }
        }
        return CLEAR;
    }
}
