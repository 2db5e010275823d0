package org.doubtless.learning.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FeatureShape;
import org.doubtless.learning.posterior.Architecture;
import org.doubtless.learning.posterior.ClassProbabilities;
import org.doubtless.learning.posterior.DrawnOutputs;
import org.doubtless.learning.posterior.Network;
import org.doubtless.learning.posterior.Posterior;
import org.doubtless.learning.posterior.PosteriorKind;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;

/**
 * {@code y = sin x + noise} for x of [-5,5]: nothing was seen outside, and the noise is large right of 0.
 *
 * <p>A network has two outputs, the mean and the log of the variance of y (Kendall & Gal 2017). Targets
 * are shares: {@code t = (y + 3) / 6} of [0,1].
 *
 * @param xs where something was seen
 * @param ys what was seen there
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record NoisySine(double[] xs, double[] ys) {

    static final double QUIET = 0.1;
    static final double NOISY = 0.5;

    private static final FeatureShape SHAPE = new FeatureShape(1, 1, 1);
    private static final Network NETWORK = new Network(Architecture.HEAD, SHAPE, 2);
    private static final int LEAST = -3;
    private static final int RANGE = 6;
    private static final TrainingSettings SETTINGS = new TrainingSettings(64, 1_000, 1_000, 1, 5e-3);
    private static final TrainingSettings FAR = new TrainingSettings(64, 3_000, 3_000, 1, 5e-3);
    /** Plain steps must be short where the noise is small, and so many. */
    private static final TrainingSettings SHORT_STEPS = new TrainingSettings(64, 4_000, 4_000, 1, 2e-4);

    /** {@code log v / 2 + (y - m)^2 / 2v}, minus the log density of a Gaussian but for a constant. */
    private static final Likelihood GAUSSIAN = (outputs, targets) -> {
        var mean = outputs.get("..., 0:1");
        var log = outputs.get("..., 1:2");
        var error = targets.get("..., 0:1").mul(RANGE).add(LEAST).sub(mean).square();
        return Likelihood.mean(error.mul(log.neg().exp()).add(log).div(2));
    };

    static NoisySine seen(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] xs = new double[count];
        double[] ys = new double[count];
        for (int i = 0; i < count; i++) {
            xs[i] = -5 + 10 * random.nextDouble();
            ys[i] = Math.sin(xs[i]) + (xs[i] < 0 ? QUIET : NOISY) * random.nextGaussian();
        }
        return new NoisySine(xs, ys);
    }

    /** What networks of a posterior that learnt it say at {@code at}. */
    Answers learn(PosteriorKind kind, int samples, double... at) {
        float[] targets_N2 = new float[2 * ys.length];
        for (int i = 0; i < ys.length; i++) {
            targets_N2[2 * i] = (float) ((ys[i] - LEAST) / RANGE);
            targets_N2[2 * i + 1] = 1 - targets_N2[2 * i];
        }
        TrainingSet labelled = TrainingSet.soft(features(xs), new ClassProbabilities(ys.length, 2, targets_N2));
        TrainingSettings settings =
                switch (kind) {
                    case SGLD -> SHORT_STEPS;
                    case VARIATIONAL -> FAR;
                    default -> SETTINGS;
                };
        Lesson lesson = new Lesson(labelled, SHAPE, settings, GAUSSIAN, new double[] {1, 1}, new int[0]);
        InputScale scale = InputScale.of(labelled.features(), 1);
        SplittableRandom random = new SplittableRandom(1);
        int[] all = IntStream.range(0, ys.length).toArray();
        List<Start> starts = new ArrayList<>();
        int members = kind == PosteriorKind.SGLD ? 1 : kind.defaultMembers();
        for (int k = 0; k < members; k++) {
            SplittableRandom own = random.split();
            starts.add(new Start(
                    NETWORK.initialise(scale.mean(), scale.factor(), own),
                    members == 1 ? all : Bootstrap.draw(labelled, all, own),
                    own));
        }
        Fitted fitted =
                switch (kind) {
                    case VARIATIONAL ->
                        new FitGaussians(NETWORK, lesson, Cancellation.never()).fit(starts.get(0), Progress.none());
                    case SGLD ->
                        new WalkPosterior(NETWORK, lesson, Cancellation.never())
                                .walk(starts.get(0), kind.defaultMembers(), Progress.none());
                    case ENSEMBLE ->
                        FitNetworks.withoutDropout(NETWORK, lesson, Cancellation.never())
                                .fit(starts, Progress.none());
                    case MC_DROPOUT, ENSEMBLE_DROPOUT ->
                        FitNetworks.underDropout(NETWORK, lesson, Cancellation.never())
                                .fit(starts, Progress.none());
                };
        try (Posterior posterior = kind.draw(NETWORK, fitted.weights(), samples, 2)) {
            return new Answers(at, posterior.samples(), DrawnOutputs.of(posterior, features(at)));
        }
    }

    private static FeatureMatrix features(double... xs) {
        List<float[]> rows = new ArrayList<>();
        for (double x : xs) {
            rows.add(new float[] {(float) x});
        }
        return FeatureMatrix.ofRows(1, rows);
    }

    /** {@code count} numbers from {@code from} to {@code to}, evenly spaced. */
    static double[] grid(double from, double to, int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> from + (to - from) * i / (count - 1))
                .toArray();
    }

    /**
     * Means and log variances [S,N,2] of the shares of S networks at N places.
     *
     * @param at the places
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    record Answers(double[] at, int samples, float[] outputs_SN2) {

        /** The posterior's prediction of y. */
        double mean(int place) {
            double sum = 0;
            for (int s = 0; s < samples; s++) {
                sum += output(s, place, 0);
            }
            return sum / samples;
        }

        /** Model doubt: the deviation between the networks' means, in y. */
        double modelDoubt(int place) {
            double mean = mean(place);
            double sum = 0;
            for (int s = 0; s < samples; s++) {
                sum += Math.pow(output(s, place, 0) - mean, 2);
            }
            return Math.sqrt(sum / samples);
        }

        /** Data doubt: the deviation that the networks expect of the noise, in y. */
        double dataDoubt(int place) {
            double sum = 0;
            for (int s = 0; s < samples; s++) {
                sum += Math.exp(output(s, place, 1));
            }
            return Math.sqrt(sum / samples);
        }

        private float output(int sample, int place, int which) {
            return outputs_SN2[(sample * at.length + place) * 2 + which];
        }
    }
}
