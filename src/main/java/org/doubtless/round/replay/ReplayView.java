package org.doubtless.round.replay;

import java.time.Instant;
import java.util.List;
import org.doubtless.learning.simulation.MeanCurve;
import org.doubtless.learning.simulation.Saving;

/**
 * The newest replay of a project.
 *
 * @param job the one under way; null where none is
 * @param measured null where there was none yet
 */
public record ReplayView(Long job, Measured measured) {
    /**
     * What it measured.
     *
     * @param labels that could be asked for
     * @param budget that each run was given
     * @param control images that measured
     * @param seeds runs in each order
     * @param caveat what the figure leaves out
     */
    public record Measured(
            Instant madeAt,
            int labels,
            int budget,
            int control,
            int seeds,
            Saving saving,
            List<MeanCurve> active,
            List<MeanCurve> random,
            String caveat) {}
}
