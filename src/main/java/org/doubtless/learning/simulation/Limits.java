package org.doubtless.learning.simulation;

import static java.util.Objects.requireNonNull;

import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;

/**
 * When a run ends, and who watches it.
 *
 * @param budget labels at most, at least 1
 * @param stopAt the accuracy at which it ends before; above 1 for never
 * @param cancellation ends it at once
 * @param progress of the learning of one turn
 */
public record Limits(int budget, double stopAt, Cancellation cancellation, Progress progress) {

    public Limits {
        requireNonNull(cancellation, "cancellation is null");
        requireNonNull(progress, "progress is null");
        if (budget < 1) {
            throw new IllegalArgumentException("a budget of " + budget + " labels buys nothing: give at least 1");
        }
    }
}
