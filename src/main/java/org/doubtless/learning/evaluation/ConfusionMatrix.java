package org.doubtless.learning.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.doubtless.learning.posterior.ClassProbabilities;

/** Which class was taken for which, [C,C]. Immutable. */
public final class ConfusionMatrix {

    private final int[][] counts_CC;

    private ConfusionMatrix(int[]... counts_CC) {
        this.counts_CC = counts_CC;
    }

    /**
     * Counts predictions against the truth.
     *
     * @param probabilities [N,C], N at least 1
     * @param labels N classes, 0 to C-1
     */
    public static ConfusionMatrix of(ClassProbabilities probabilities, int... labels) {
        Labels.require(probabilities, labels);
        int[][] counts_CC = new int[probabilities.classes()][probabilities.classes()];
        for (int n = 0; n < labels.length; n++) {
            counts_CC[labels[n]][probabilities.predicted(n)]++;
        }
        return new ConfusionMatrix(counts_CC);
    }

    /** C, the number of classes. */
    public int classes() {
        return counts_CC.length;
    }

    /** How many images of class {@code truth} were predicted to be {@code predicted}. */
    public int count(int truth, int predicted) {
        return counts_CC[truth][predicted];
    }

    /** How many images of the class there were. */
    public int occurring(int clazz) {
        return IntStream.of(counts_CC[clazz]).sum();
    }

    /** How often the class was predicted. */
    public int predicted(int clazz) {
        return IntStream.range(0, classes())
                .map(truth -> counts_CC[truth][clazz])
                .sum();
    }

    /** Share of the class's images that were found, 0 to 1; 0 where it does not occur. */
    public double recall(int clazz) {
        return counts_CC[clazz][clazz] / (double) Math.max(1, occurring(clazz));
    }

    /** Share of the predictions of the class that were right, 0 to 1; 0 where there are none. */
    public double precision(int clazz) {
        return counts_CC[clazz][clazz] / (double) Math.max(1, predicted(clazz));
    }

    /**
     * One kind of mistake.
     *
     * @param truth the class of the images
     * @param predicted the class they were taken for
     * @param count how many, at least 1
     */
    public record Mistake(int truth, int predicted, int count) {}

    /** Every kind of mistake that was made, the most frequent first, of equals by class. */
    public List<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        for (int truth = 0; truth < classes(); truth++) {
            for (int predicted = 0; predicted < classes(); predicted++) {
                if (truth != predicted && counts_CC[truth][predicted] > 0) {
                    mistakes.add(new Mistake(truth, predicted, counts_CC[truth][predicted]));
                }
            }
        }
        mistakes.sort(Comparator.comparing(Mistake::count).reversed());
        return mistakes;
    }
}
