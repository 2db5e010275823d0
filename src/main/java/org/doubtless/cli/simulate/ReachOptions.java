package org.doubtless.cli.simulate;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.doubtless.learning.simulation.LabelRatio;
import org.doubtless.learning.simulation.SimulatedTurn;
import picocli.CommandLine.Option;

/** How many times fewer labels one curve needs than another. */
final class ReachOptions {
    // Of the resamples: the same curves give the same interval.
    private static final long SEED = 1;

    @Option(
            names = "--reach",
            paramLabel = "SHARE",
            description = "Says how many times fewer labels the first of two curves needs than the second for this"
                    + " accuracy, in the median of the runs, with an interval over the seeds of both.")
    private Double reach;

    @Option(
            names = "--reach-of",
            paramLabel = "LABELS",
            description = "The same for the accuracy that the second curve has after so many labels, in the mean.")
    private Integer reachOf;

    @Option(names = "--balanced", description = "Goes by balanced accuracy, for --reach and --reach-of.")
    private boolean balanced;

    boolean areGiven() {
        return reach != null || reachOf != null;
    }

    /** What is wrong with them, or null. */
    String fault() {
        if (reach != null && reachOf != null) {
            return "Give --reach or --reach-of, not both.";
        }
        if (balanced && !areGiven()) {
            return "--balanced goes with --reach or --reach-of.";
        }
        return reach == null || (reach > 0 && reach <= 1)
                ? null
                : "--reach is a share: give a number above 0, at most 1.";
    }

    /** One line. */
    String compare(Map<String, List<SimulatedTurn>> curves) {
        if (curves.size() != 2) {
            throw new BadInput("Two curves are compared, the one that should need fewer labels first; there are "
                    + curves.size() + " of different names.");
        }
        Iterator<Map.Entry<String, List<SimulatedTurn>>> each =
                curves.entrySet().iterator();
        Map.Entry<String, List<SimulatedTurn>> first = each.next();
        Map.Entry<String, List<SimulatedTurn>> second = each.next();
        ToDoubleFunction<SimulatedTurn> measure = balanced ? SimulatedTurn::balancedAccuracy : SimulatedTurn::accuracy;
        try {
            LabelRatio ratio = reach == null
                    ? LabelRatio.asGoodAs(reachOf, first.getValue(), second.getValue(), measure, SEED)
                    : LabelRatio.toReach(reach, first.getValue(), second.getValue(), measure, SEED);
            return first.getKey() + " against " + second.getKey() + ", " + ratio.text();
        } catch (IllegalArgumentException e) {
            throw new BadInput("The curves cannot be compared: " + e.getMessage() + ".");
        }
    }
}
