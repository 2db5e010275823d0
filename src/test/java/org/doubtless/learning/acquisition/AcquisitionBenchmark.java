package org.doubtless.learning.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.posterior.PosteriorSamples;
import org.doubtless.learning.uncertainty.Doubt;
import org.doubtless.learning.uncertainty.Uncertainty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Prints how long each function takes on 60,000 images of 228 features, 10 classes, 100 labels, for a
 * batch of 10: {@code mvn test -Pbenchmark -Dtest=AcquisitionBenchmark}.
 */
@Tag("benchmark")
class AcquisitionBenchmark {

    private static final int POOL = 60_000;
    private static final int CLASSES = 10;
    private static final int COLUMNS = 228;

    @Test
    void printsSecondsOfEachFunction() {
        FeatureMatrix features = blobs(POOL, 1);
        FeatureMatrix labelled = blobs(100, 2);
        for (int networks : new int[] {20, 50}) {
            PosteriorSamples samples = SomeCandidates.samples(networks, POOL, CLASSES, 3);
            for (int pass = 0; pass < 3; pass++) {
                Spent spent = Spent.begin();
                List<Doubt> doubts = Uncertainty.measure(samples);
                print("all measures of doubt", networks, pass, spent);
                assertThat(doubts).hasSize(POOL);
            }
            Candidates candidates =
                    Candidates.of(samples, 4).withFeatures(features).withLabelled(labelled, new int[100]);
            for (AcquisitionFunction function : AcquisitionChoice.all()) {
                for (int pass = 0; pass < 2; pass++) {
                    Spent spent = Spent.begin();
                    assertThat(function.score(candidates)).hasSize(POOL);
                    print(function.name(), networks, pass, spent);
                }
            }
        }
    }

    private static void print(String what, int networks, int pass, Spent spent) {
        System.out.printf(
                "S=%d %-22s pass %d: %6.2f s, %6.2f CPU-s%n",
                networks, what, pass, (System.nanoTime() - spent.wall) / 1e9, (cpu() - spent.cpu) / 1e9);
    }

    /** The clock's and the processors' nanoseconds: the latter mean something on a busy machine, too. */
    private record Spent(long wall, long cpu) {

        static Spent begin() {
            return new Spent(System.nanoTime(), AcquisitionBenchmark.cpu());
        }
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** Twenty heaps, as features of images are: not all equally far apart. */
    private static FeatureMatrix blobs(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<float[]> all = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            float[] values = new float[COLUMNS];
            for (int d = 0; d < COLUMNS; d++) {
                values[d] = (float) (random.nextDouble() + ((row % 20) * 7919L * (d + 1) % 13) / 13.0);
            }
            all.add(values);
        }
        return FeatureMatrix.ofRows(COLUMNS, all);
    }
}
