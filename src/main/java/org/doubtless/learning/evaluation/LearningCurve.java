package org.doubtless.learning.evaluation;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How accuracy grows with labels, {@code a - b n^-c}, and what more labels are likely to bring. It never
 * falls and never passes 1. Immutable.
 *
 * <p>Least squares weighed by Wilson's variances, with a prior on c (log-normal around 1/2), so that two
 * rounds suffice. Intervals are of 300 curves fitted to points, and priors, drawn anew within their
 * spread. They know nothing of a change of model, of classes still unseen, nor that rounds share their
 * control images. Figueroa et al. 2012, "Predicting sample size required for classification
 * performance".
 */
public final class LearningCurve {

    private static final int DRAWS = 300;

    private final PowerLaw law;
    private final List<PowerLaw> drawn;

    private LearningCurve(PowerLaw law, List<PowerLaw> drawn) {
        this.law = law;
        this.drawn = drawn;
    }

    /**
     * Fits to the rounds so far.
     *
     * @param points of at least two different numbers of labels, in any order
     * @param seed of the draws
     */
    public static LearningCurve fit(List<CurvePoint> points, long seed) {
        if (points.stream().mapToInt(CurvePoint::labels).distinct().count() < 2) {
            throw new IllegalArgumentException(points.size()
                    + " points make no learning curve: give rounds of at least two different numbers of labels");
        }
        double[] labels = points.stream().mapToDouble(CurvePoint::labels).toArray();
        double[] accuracies = points.stream().mapToDouble(CurvePoint::accuracy).toArray();
        double[] variances = points.stream().mapToDouble(CurvePoint::variance).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        List<PowerLaw> drawn = IntStream.range(0, DRAWS)
                .mapToObj(draw -> {
                    double[] y = accuracies.clone();
                    for (int i = 0; i < y.length; i++) {
                        y[i] += Math.sqrt(variances[i]) * random.nextGaussian();
                    }
                    double logC = PowerLaw.USUAL_LOG_C + PowerLaw.SPREAD_LOG_C * random.nextGaussian();
                    return PowerLaw.fit(labels, y, variances, logC);
                })
                .toList();
        return new LearningCurve(PowerLaw.fit(labels, accuracies, variances, PowerLaw.USUAL_LOG_C), drawn);
    }

    /** The accuracy to expect of a model trained on {@code labels}, with its 95 % interval. */
    public Proportion at(int labels) {
        requireLabels(labels);
        return Interval.of(
                law.at(labels),
                drawn.stream().mapToDouble(each -> each.at(labels)).toArray());
    }

    /** What going from some labels to more adds to the accuracy, 0 to 1, with its 95 % interval. */
    public Proportion gain(int from, int to) {
        requireLabels(from);
        if (to < from) {
            throw new IllegalArgumentException(
                    "from " + from + " to " + to + " labels is no gain: ask for more labels");
        }
        return Interval.of(
                law.at(to) - law.at(from),
                drawn.stream().mapToDouble(each -> each.at(to) - each.at(from)).toArray());
    }

    /** The accuracy that no number of labels passes, with its 95 % interval. */
    public Proportion limit() {
        return Interval.of(law.a(), drawn.stream().mapToDouble(PowerLaw::a).toArray());
    }

    private static void requireLabels(int labels) {
        if (labels < 1) {
            throw new IllegalArgumentException("nothing is to be said of " + labels + " labels: ask for at least 1");
        }
    }
}
