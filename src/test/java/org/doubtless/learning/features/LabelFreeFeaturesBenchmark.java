package org.doubtless.learning.features;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.doubtless.learning.ZipImages;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints cost and worth of the features: {@code mvn test -Pbenchmark -Dtest=LabelFreeFeaturesBenchmark}. */
@Tag("benchmark")
class LabelFreeFeaturesBenchmark {

    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    private static final int NEIGHBOURS = 12;

    @Test
    void wholeMnist() throws IOException {
        try (ZipImages pool = ZipImages.openOrSkip("mnist", "pool", Integer.MAX_VALUE);
                ZipImages test = ZipImages.openOrSkip("mnist", "test", Integer.MAX_VALUE)) {
            LabelFreeFeatures features = fitted("mnist", pool);
            agreeing("mnist pool", extracted("mnist pool", features, pool), pool.labels());
            extracted("mnist test", features, test);
        }
    }

    @Test
    void cifar() throws IOException {
        try (ZipImages pool = ZipImages.openOrSkip("cifar10", "pool", Integer.MAX_VALUE);
                ZipImages test = ZipImages.openOrSkip("cifar10", "test", Integer.MAX_VALUE)) {
            LabelFreeFeatures features = fitted("cifar10", pool);
            agreeing("cifar10 pool", extracted("cifar10 pool", features, pool), pool.labels());
            extracted("cifar10 test", features, test);
        }
    }

    @Test
    void neighboursAgreeMoreThanInPixels() throws IOException {
        compare("mnist", "pool-2k", 2_000);
        compare("cifar10", "pool", 2_000);
        compare("orl-faces", "faces", 400);
    }

    private static void agreeing(String name, FeatureMatrix features, int... labels) {
        Neighbours near = new NearestNeighbours(FloatMatrix.of(features)).withinPool(NEIGHBOURS, Cancellation.never());
        int same = 0;
        for (int image = 0; image < labels.length; image++) {
            for (int place = 0; place < NEIGHBOURS; place++) {
                same += labels[near.row(image, place)] == labels[image] ? 1 : 0;
            }
        }
        System.out.printf("%s: %.4f of the 12 neighbours agree%n", name, same / (double) NEIGHBOURS / labels.length);
    }

    private static void compare(String folder, String name, int most) throws IOException {
        try (ZipImages pool = ZipImages.openOrSkip(folder, name, most)) {
            FeatureShapeChoice choice = new FeatureShapeChoice(FeatureShapeChoice.DEFAULT_SIDE);
            for (int row = 0; row < 100; row++) {
                choice.see(pool.read(row));
            }
            double pixels = NeighbourAgreement.share(
                    extracted(folder + " pixels", new PixelFeatures(choice.shape()), pool), NEIGHBOURS, pool.labels());
            LabelFreeFeatures fitted = fitted(folder, pool);
            FeatureMatrix features = extracted(folder, fitted, pool);
            double agreement = NeighbourAgreement.share(features, NEIGHBOURS, pool.labels());
            System.out.printf("%s: %.3f of the 12 neighbours agree, in pixels %.3f%n", folder, agreement, pixels);
            for (FeaturePart part : fitted.parts()) {
                System.out.printf(
                        "  %s alone: %.3f%n",
                        part.name(), NeighbourAgreement.share(only(part, features), NEIGHBOURS, pool.labels()));
            }
            assertThat(agreement).isGreaterThan(pixels);
        }
    }

    private static FeatureMatrix only(FeaturePart part, FeatureMatrix features) {
        float[] row = new float[features.columns()];
        float[] kept = new float[features.rows() * part.columns()];
        for (int n = 0; n < features.rows(); n++) {
            features.copyRow(n, row, 0);
            System.arraycopy(row, part.from(), kept, n * part.columns(), part.columns());
        }
        return FeatureMatrix.owning(part.columns(), kept);
    }

    private static LabelFreeFeatures fitted(String name, ImageSource pool) {
        Stopwatch watch = new Stopwatch();
        LabelFreeFeatures features = LabelFreeFeatures.fit(pool, 1, THREADS, Cancellation.never(), Progress.none());
        System.out.printf("%s: fitted to %,d images in %s, %s%n", name, pool.size(), watch, features.parts());
        return features;
    }

    private static FeatureMatrix extracted(String name, FeatureExtractor features, ImageSource pool) {
        Stopwatch watch = new Stopwatch();
        FeatureMatrix matrix = new ExtractPool(features, THREADS).extract(pool, Cancellation.never(), Progress.none());
        System.out.printf(
                "%s: %,d images in %s, hash %d%n", name, pool.size(), watch, Arrays.hashCode(matrix.toArray()));
        return matrix;
    }

    /** Seconds on the clock and, since other work on the machine slows the clock only, of processors. */
    private static final class Stopwatch {
        private final OperatingSystemMXBean machine =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private final long wall = System.nanoTime();
        private final long used = machine.getProcessCpuTime();

        @Override
        public String toString() {
            return "%.1f s (%.1f processor seconds)"
                    .formatted((System.nanoTime() - wall) / 1e9, (machine.getProcessCpuTime() - used) / 1e9);
        }
    }
}
