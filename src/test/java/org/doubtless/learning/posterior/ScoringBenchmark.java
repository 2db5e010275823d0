package org.doubtless.learning.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FeatureShape;
import org.doubtless.learning.torch.GradientMode;
import org.doubtless.learning.torch.Torch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Prints how many images a second 50 drawn networks score, beside 50 full passes of the same net:
 * {@code mvn test -Pbenchmark -Dtest=ScoringBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@Tag("benchmark")
class ScoringBenchmark {

    private static final FeatureShape DIGIT = new FeatureShape(1, 28, 28);
    private static final int CLASSES = 10;
    private static final int DRAWS = 50;
    private static final int PIECE = 1_000;
    private static final int FULL_CHUNK = 100;

    @Test
    void printsTheGainOverFullPasses() {
        gain(Architecture.GAL, 10_000, 200);
        gain(Architecture.SMALL, 10_000, 400);
        gain(Architecture.BLOCK_DROPOUT, 2_000, 400);
    }

    @Test
    void printsTheSecondsOfHeadsOnAPool() {
        FeatureShape features = new FeatureShape(1, 1, 500);
        Network network = new Network(Architecture.HEAD, features, CLASSES);
        Weights one = network.initialise(new float[1], new float[] {1}, new SplittableRandom(1));
        List<Weights> members = new ArrayList<>();
        for (int k = 0; k < DRAWS; k++) {
            members.add(network.initialise(new float[1], new float[] {1}, new SplittableRandom(k)));
        }
        FeatureMatrix pool = noise(features, 60_000);
        for (PosteriorKind kind : new PosteriorKind[] {PosteriorKind.MC_DROPOUT, PosteriorKind.ENSEMBLE}) {
            List<Weights> trained = kind == PosteriorKind.ENSEMBLE ? members : List.of(one);
            try (Posterior posterior = kind.draw(network, trained, DRAWS, 1)) {
                System.out.printf("60,000 rows of 500, %s: %.1f s%n", kind.label(), score(posterior, pool));
            }
        }
    }

    private static void gain(Architecture architecture, int images, int passed) {
        Network network = new Network(architecture, DIGIT, CLASSES);
        Weights weights = network.initialise(new float[] {0.5f}, new float[] {3}, new SplittableRandom(1));
        FeatureMatrix pool = noise(DIGIT, images);
        double draws;
        try (Posterior posterior = PosteriorKind.MC_DROPOUT.draw(network, List.of(weights), DRAWS, 1)) {
            posterior.sample(pool.range(0, 400));
            draws = images / score(posterior, pool);
        }
        fullPasses(network, weights, pool.range(0, FULL_CHUNK));
        double passes = passed / fullPasses(network, weights, pool.range(0, passed));
        System.out.printf(
                "%s, T = %d: %,.0f images/s, full passes %,.0f images/s: %.1f x; peak of the process %s%n",
                architecture.label(), DRAWS, draws, passes, draws / passes, peak());
    }

    private static double score(Posterior posterior, FeatureMatrix pool) {
        long start = System.nanoTime();
        for (int from = 0; from < pool.rows(); from += PIECE) {
            FeatureMatrix piece = pool.range(from, Math.min(pool.rows(), from + PIECE));
            assertThat(posterior.sample(piece).images()).isEqualTo(piece.rows());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** 50 times the whole network, each image with masks of its own, as dropout does it; masks come from torch. */
    private static double fullPasses(Network network, Weights weights, FeatureMatrix images) {
        long start = System.nanoTime();
        try (NDManager manager = Torch.newManager();
                GradientMode off = GradientMode.off()) {
            NDList tensors = weights.toTensors(manager);
            for (int from = 0; from < images.rows(); from += FULL_CHUNK) {
                FeatureMatrix chunk = images.range(from, from + FULL_CHUNK);
                for (int pass = 0; pass < DRAWS; pass++) {
                    try (NDManager memory = manager.newSubManager()) {
                        NDArray images_ND = memory.create(chunk.toArray(), new Shape(chunk.rows(), chunk.columns()));
                        NDArray logits = network.logits(tensors, images_ND, (x, rate) -> {
                            Shape shape = Dropping.maskShape(x);
                            NDArray kept = memory.randomUniform(0, 1, shape).gte((float) rate);
                            return x.mul(kept).div(1 - (float) rate);
                        });
                        assertThat(logits.softmax(-1).toFloatArray()).hasSize(chunk.rows() * CLASSES);
                    }
                }
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static String peak() {
        try {
            return java.nio.file.Files.readAllLines(java.nio.file.Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .findFirst()
                    .map(line -> line.replaceAll("\\s+", " "))
                    .orElse("unknown");
        } catch (java.io.IOException e) {
            return "unknown";
        }
    }

    private static FeatureMatrix noise(FeatureShape shape, int images) {
        SplittableRandom random = new SplittableRandom(5);
        List<float[]> rows = new ArrayList<>(Collections.nCopies(images, null));
        rows.replaceAll(none -> {
            float[] row = new float[shape.columns()];
            for (int d = 0; d < row.length; d++) {
                row[d] = (float) random.nextDouble();
            }
            return row;
        });
        return FeatureMatrix.ofRows(shape.columns(), rows);
    }
}
