package org.doubtless.learning.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FeatureShape;
import org.doubtless.learning.torch.GradientMode;
import org.doubtless.learning.torch.Torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class McDropoutTest {

    private static final int CLASSES = 3;

    private final FeatureShape shape = new FeatureShape(1, 9, 9);
    private final Network network = new Network(Architecture.SMALL, shape, CLASSES);
    private final Weights weights = initial(network, shape);

    @ParameterizedTest
    @CsvSource({"SMALL,3,5", "SMALL,4,230", "SMALL,120,7", "GAL,4,6", "KIRSCH,4,6", "BLOCK_DROPOUT,8,6", "HEAD,60,6"})
    void drawsWhatFullPassesWithTheSameMasksGive(Architecture architecture, int samples, int images) {
        FeatureShape shown = architecture == Architecture.KIRSCH ? new FeatureShape(1, 17, 16) : shape;
        Network any = new Network(architecture, shown, CLASSES);
        Weights first = initial(any, shown);
        FeatureMatrix matrix = noise(shown, images);
        try (Posterior posterior = McDropout.draw(any, List.of(first), samples, 11)) {
            PosteriorSamples drawn = posterior.sample(matrix);
            assertThat(drawn.samples()).isEqualTo(samples);
            assertThat(drawn.images()).isEqualTo(images);
            assertThat(drawn.classes()).isEqualTo(CLASSES);
            SplittableRandom random = new SplittableRandom(11);
            for (int s = 0; s < samples; s++) {
                assertDraw(drawn, s, fullPass(any, first, matrix, random));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"GAL,7", "KIRSCH,15"})
    void saysWhatPicturesAreTooSmall(Architecture architecture, int side) {
        assertThatThrownBy(() -> new Network(architecture, new FeatureShape(1, 30, side), CLASSES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least " + (side + 1))
                .hasMessageContaining("not " + side + "x30");
    }

    @Test
    void sharesTheDrawsAmongTheMembersOfAnEnsemble() {
        List<Weights> members =
                List.of(weights, network.initialise(new float[1], new float[] {3}, new SplittableRandom(8)));
        FeatureMatrix matrix = noise(shape, 3);
        try (Posterior posterior = McDropout.draw(network, members, 5, 11)) {
            PosteriorSamples drawn = posterior.sample(matrix);
            SplittableRandom random = new SplittableRandom(11);
            for (int s = 0; s < 5; s++) {
                assertDraw(drawn, s, fullPass(network, members.get(s < 2 ? 0 : 1), matrix, random));
            }
        }
    }

    private static void assertDraw(PosteriorSamples drawn, int s, float[] slow_NC) {
        for (int n = 0; n < drawn.images(); n++) {
            for (int c = 0; c < CLASSES; c++) {
                assertThat(drawn.probability(s, n, c))
                        .as("sample %d, image %d, class %d", s, n, c)
                        .isCloseTo(slow_NC[n * CLASSES + c], within(1e-5f));
            }
        }
    }

    @Test
    void drawsTheSameNetworksForEveryChunk() {
        FeatureMatrix all = noise(shape, 30);
        try (Posterior posterior = McDropout.draw(network, List.of(weights), 6, 2)) {
            PosteriorSamples together = posterior.sample(all);
            PosteriorSamples late = posterior.sample(all.range(20, 30));
            for (int s = 0; s < 6; s++) {
                for (int n = 0; n < 10; n++) {
                    assertThat(late.probability(s, n, 1)).isCloseTo(together.probability(s, 20 + n, 1), within(1e-5f));
                }
            }
        }
    }

    @Test
    void repeatsBySeedAndDiffersBetweenDraws() {
        FeatureMatrix images = noise(shape, 4);
        assertThat(first(images, 3)).isEqualTo(first(images, 3));
        assertThat(first(images, 3)).isNotEqualTo(first(images, 4));
        try (Posterior posterior = McDropout.draw(network, List.of(weights), 2, 3)) {
            PosteriorSamples drawn = posterior.sample(images);
            assertThat(drawn.probability(0, 0, 0)).isNotEqualTo(drawn.probability(1, 0, 0));
        }
    }

    @Test
    void leavesTheThreadsGradientModeAsItWas() {
        try (Posterior posterior = McDropout.draw(network, List.of(weights), 2, 3);
                GradientMode on = GradientMode.on()) {
            posterior.sample(noise(shape, 2));
            assertThat(JniUtils.isGradMode()).isTrue();
            try (GradientMode off = GradientMode.off()) {
                posterior.sample(noise(shape, 2));
                assertThat(JniUtils.isGradMode()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1,1,2", "3,1,40,5", "1,3,2,200", "3,64,48,4", "1,28,28,10"})
    void takesPicturesOfAnyShape(int channels, int height, int width, int classes) {
        FeatureShape any = new FeatureShape(channels, height, width);
        Network fitting = new Network(Architecture.SMALL, any, classes);
        try (Posterior posterior = McDropout.draw(fitting, List.of(initial(fitting, any)), 3, 1)) {
            assertThat(posterior.sample(noise(any, 2)).mean().row(1)).hasSize(classes);
            assertThat(posterior.sample(noise(any, 0)).images()).isZero();
        }
    }

    @Test
    void refusesImagesOfAnotherShapeAndWeightsOfAnotherNetwork() {
        try (Posterior posterior = McDropout.draw(network, List.of(weights), 2, 3)) {
            FeatureMatrix other = noise(new FeatureShape(1, 8, 8), 2);
            assertThatThrownBy(() -> posterior.sample(other)).hasMessageContaining("64 features do not fit");
        }
        Network larger = new Network(Architecture.SMALL, shape, 4);
        assertThatThrownBy(() -> McDropout.draw(larger, List.of(weights), 2, 3)).hasMessageContaining("do not fit");
    }

    /** What is made of weights lives as long as they do, so that the next images would find it there. */
    @ParameterizedTest
    @EnumSource(Architecture.class)
    void keepsNothingOfWhatItScored(Architecture architecture) {
        FeatureShape shown = architecture == Architecture.KIRSCH ? new FeatureShape(1, 17, 16) : shape;
        Network any = new Network(architecture, shown, CLASSES);
        Weights own = initial(any, shown);
        AtomicReference<NDManager> memory = new AtomicReference<>();
        try (Posterior posterior = NetworkPosterior.open(any, List.of(own), 2, manager -> {
            memory.set(manager);
            List<List<FoldedLayer>> drawn = List.of(new Thinning(any, own, new SplittableRandom(1)).draw());
            Tail tail =
                    any.dropsInConvolutions() ? new ThinnedTail(manager, any, drawn) : new StackedTail(manager, drawn);
            return List.of(
                    new DrawnNetworks(any, own.toTensors(manager), any.firstDropout(), List.of(tail)),
                    Ensemble.together(manager, any, List.of(own)));
        })) {
            int before = memory.get().getManagedArrays().size();
            for (int pass = 0; pass < 3; pass++) {
                assertThat(posterior.sample(noise(shown, 230)).samples()).isEqualTo(2);
                assertThat(memory.get().getManagedArrays()).hasSize(before);
            }
        }
    }

    private float[] first(FeatureMatrix images, long seed) {
        try (Posterior posterior = McDropout.draw(network, List.of(weights), 2, seed)) {
            return posterior.sample(images).mean().row(0);
        }
    }

    /** One pass through the whole network with the next masks of {@code random}. */
    private static float[] fullPass(Network network, Weights weights, FeatureMatrix images, SplittableRandom random) {
        try (NDManager manager = Torch.newManager()) {
            NDList tensors = weights.toTensors(manager);
            NDArray images_ND = manager.create(images.toArray(), new Shape(images.rows(), images.columns()));
            Dropping nextMask = (x, rate) -> {
                int units = (int) x.getShape().get(1);
                NDArray mask = manager.create(DropoutMask.draw(units, rate, random));
                return x.mul(x.getShape().dimension() == 4 ? mask.reshape(1, units, 1, 1) : mask);
            };
            return network.logits(tensors, images_ND, nextMask).softmax(-1).toFloatArray();
        }
    }

    private static Weights initial(Network network, FeatureShape shape) {
        float[] mean = new float[shape.channels()];
        float[] scale = new float[shape.channels()];
        Arrays.fill(mean, 0.5f);
        Arrays.fill(scale, 4);
        return network.initialise(mean, scale, new SplittableRandom(1));
    }

    private static FeatureMatrix noise(FeatureShape shape, int images) {
        SplittableRandom random = new SplittableRandom(5);
        List<float[]> rows = new ArrayList<>();
        for (int n = 0; n < images; n++) {
            float[] row = new float[shape.columns()];
            for (int d = 0; d < row.length; d++) {
                row[d] = (float) random.nextDouble();
            }
            rows.add(row);
        }
        return FeatureMatrix.ofRows(shape.columns(), rows);
    }
}
