package org.doubtless.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.doubtless.learning.evaluation.Auroc;
import org.doubtless.learning.evaluation.Evaluation;
import org.doubtless.learning.posterior.ClassProbabilities;
import org.doubtless.learning.posterior.PosteriorSamples;
import org.doubtless.learning.simulation.Schedule;
import org.doubtless.learning.uncertainty.Uncertainty;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Prints the learning curves of the recipe and of random labels: {@code mvn test -Pbenchmark
 * -Dtest=RecipeBenchmark -Dbenchmark.dataset=mnist -Dbenchmark.size=60000 -Dbenchmark.seeds=1,2,3
 * -Dbenchmark.labels=100 -Dbenchmark.methods=auto,random}.
 *
 * <p>A line a seed: labels, balanced accuracy of the read-out (and of the probabilities, where they say
 * otherwise), classes seen; then calibration error, the AUROC of entropy for the model's own errors, and the share of
 * model doubt in total doubt, which comes last, in nats an image.
 */
@Tag("benchmark")
class RecipeBenchmark {

    private static final Set<Integer> CHECKPOINTS = Set.of(10, 15, 20, 30, 40, 60, 100, 200, 400);
    private static final int CLASSES = 10;
    private static final Schedule SCHEDULE = Schedule.growing();

    @Test
    void printsLearningCurves() throws IOException {
        String dataset = System.getProperty("benchmark.dataset", "mnist");
        BenchmarkPool data = BenchmarkPool.loadOrSkip(dataset, Integer.getInteger("benchmark.size", 10_000));
        long start = System.nanoTime();
        AutoLearner learner = AutoLearner.prepare(data.pool(), data.parts(), 0, Cancellation.never(), Progress.none());
        System.out.printf(Locale.ROOT, "%s, %,d images: prepared in %.1f s%n", dataset, learner.images(), since(start));
        for (String method :
                System.getProperty("benchmark.methods", "auto,random").split(",")) {
            for (String seed : System.getProperty("benchmark.seeds", "1,2,3").split(",")) {
                new Run(data, learner, method, Long.parseLong(seed)).print();
            }
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** One project, from no label to the last. */
    private static final class Run {

        private final BenchmarkPool data;
        private final AutoLearner learner;
        private final String method;
        private final long seed;
        private final SplittableRandom random;
        private final StringBuilder line = new StringBuilder();
        private int[] rows = {};

        Run(BenchmarkPool data, AutoLearner learner, String method, long seed) {
            this.data = data;
            this.learner = learner;
            this.method = method;
            this.seed = seed;
            this.random = new SplittableRandom(seed);
        }

        void print() {
            int budget = Integer.getInteger("benchmark.labels", 100);
            double slowest = 0;
            while (rows.length < budget) {
                long start = System.nanoTime();
                int batch = SCHEDULE.batch(rows.length);
                int[] picks = method.equals("random") ? drawn(batch) : asked(batch);
                rows = IntStream.concat(Arrays.stream(rows), Arrays.stream(picks))
                        .toArray();
                slowest = Math.max(slowest, since(start));
                if (CHECKPOINTS.contains(rows.length)) {
                    evaluate();
                }
            }
            System.out.printf(Locale.ROOT, "%s, seed %d:%s; slowest turn %.1f s%n", method, seed, line, slowest);
        }

        private int[] drawn(int count) {
            int[] free = free();
            for (int i = 0; i < count; i++) {
                int other = random.nextInt(i, free.length);
                int swapped = free[i];
                free[i] = free[other];
                free[other] = swapped;
            }
            return Arrays.copyOf(free, count);
        }

        private int[] asked(int count) {
            return Arrays.copyOf(learner.rank(model(), free(), count, seed), count);
        }

        private int[] free() {
            boolean[] labelled = new boolean[learner.images()];
            for (int row : rows) {
                labelled[row] = true;
            }
            return IntStream.range(0, labelled.length)
                    .filter(row -> !labelled[row])
                    .toArray();
        }

        private AutoModel model() {
            int[] labels = Arrays.stream(rows).map(row -> data.labels()[row]).toArray();
            return learner.learn(rows, labels, CLASSES);
        }

        private void evaluate() {
            AutoModel model = model();
            int[] predicted = model.predicted(data.test());
            try (AutoPosterior posterior = model.posterior(20, seed)) {
                PosteriorSamples samples = posterior.sample(data.test());
                ClassProbabilities mean = samples.mean();
                Evaluation evaluation = Evaluation.of(mean, data.testLabels());
                boolean[] wrong = new boolean[predicted.length];
                for (int n = 0; n < wrong.length; n++) {
                    wrong[n] = mean.predicted(n) != data.testLabels()[n];
                }
                double doubt =
                        Arrays.stream(Uncertainty.predictiveEntropy(samples)).sum();
                line.append(String.format(
                        Locale.ROOT,
                        " %d: %.1f (%.1f) of %d, %.3f %.2f %.2f of %.3f",
                        rows.length,
                        100 * balanced(predicted),
                        100 * evaluation.balancedAccuracy(),
                        model.classesSeen(),
                        evaluation.calibrationError(),
                        Auroc.ofErrors(Uncertainty.predictiveEntropy(samples), wrong),
                        Arrays.stream(Uncertainty.mutualInformation(samples)).sum() / doubt,
                        doubt / wrong.length));
                assertThat(evaluation.images()).isEqualTo(predicted.length);
            }
        }

        private double balanced(int... predicted) {
            double[] right = new double[CLASSES];
            double[] all = new double[CLASSES];
            for (int n = 0; n < predicted.length; n++) {
                all[data.testLabels()[n]]++;
                right[data.testLabels()[n]] += predicted[n] == data.testLabels()[n] ? 1 : 0;
            }
            return IntStream.range(0, CLASSES)
                    .mapToDouble(c -> right[c] / all[c])
                    .average()
                    .orElseThrow();
        }
    }
}
