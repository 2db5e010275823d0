package org.doubtless.learning.training;

import java.util.Arrays;
import org.doubtless.learning.features.FloatMatrix;
import org.doubtless.learning.features.NeighbourGraph;

/**
 * How far the surroundings of each image agree on its class.
 *
 * <p>Every image votes for its predicted class, every labelled one for its label; then each takes the
 * weighted mean of its neighbours twelve times over, the labelled ones keeping their vote.
 */
public final class Agreement {

    private static final int STEPS = 12;

    private Agreement() {}

    /**
     * The highest share of the votes minus the second highest, [N], 0 to 1.
     *
     * @param predicted_N an image's vote
     * @param labelledRows [L] rows with a label
     * @param labels [L] their classes
     */
    public static double[] around(NeighbourGraph graph, int[] predicted_N, int[] labelledRows, int[] labels) {
        int classes = 2
                + Math.max(
                        Arrays.stream(predicted_N).max().orElse(0),
                        Arrays.stream(labels).max().orElse(0));
        FloatMatrix votes_NC = FloatMatrix.zeros(graph.nodes(), classes);
        for (int row = 0; row < graph.nodes(); row++) {
            votes_NC.values()[row * classes + predicted_N[row]] = 1;
        }
        hold(votes_NC, labelledRows, labels);
        for (int step = 0; step < STEPS; step++) {
            FloatMatrix sums_NC = graph.times(votes_NC);
            for (int row = 0; row < graph.nodes(); row++) {
                for (int i = row * classes; i < (row + 1) * classes; i++) {
                    sums_NC.values()[i] /= graph.degree(row);
                }
            }
            votes_NC = sums_NC;
            hold(votes_NC, labelledRows, labels);
        }
        return Arrays.stream(ClassGaps.of(votes_NC))
                .map(gap -> Math.min(1, gap))
                .toArray();
    }

    private static void hold(FloatMatrix votes_NC, int[] labelledRows, int[] labels) {
        int classes = votes_NC.columns();
        for (int i = 0; i < labels.length; i++) {
            int row = labelledRows[i] * classes;
            Arrays.fill(votes_NC.values(), row, row + classes, 0);
            votes_NC.values()[row + labels[i]] = 1;
        }
    }
}
