package org.doubtless.learning.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackboneFeaturesTest {

    private static final double[] MEAN = {0.485, 0.456, 0.406};
    private static final double[] DEVIATION = {0.229, 0.224, 0.225};
    private static final ListedImages POOL = Pictures.greys(30, 20, 20);

    private final float[] weights = weights(54);

    @TempDir
    private Path folder;

    @Test
    void runsAnOnnxNetworkLikeAPlainComputation() {
        BufferedImage image = Pictures.colour(10, 12, 5);
        try (BackboneFeatures backbone = BackboneFeatures.onnx(TinyOnnx.convolution(weights, 3, 12, 10))) {
            double[] expected = convolved(normalised(image, 12, 10), 12, 10);
            float[] features = backbone.extract(image);
            assertThat(features).hasSize(2);
            assertThat((double) features[0]).isCloseTo(expected[0], within(1e-4));
            assertThat((double) features[1]).isCloseTo(expected[1], within(1e-4));
        }
    }

    @Test
    void runsATorchScriptNetworkLikeAPlainComputation() {
        BufferedImage image = Pictures.colour(9, 9, 6);
        try (BackboneFeatures backbone = BackboneFeatures.torchScript(TinyTorchScript.rectifier(), 9)) {
            float[] features = backbone.extract(image);
            double[] pixels = normalised(image, 9, 9);
            assertThat(features).hasSize(3);
            for (int channel = 0; channel < 3; channel++) {
                double sum = 0;
                for (int i = 0; i < 81; i++) {
                    sum += Math.max(0, pixels[channel * 81 + i]) / 81;
                }
                assertThat((double) features[channel]).isCloseTo(sum, within(1e-4));
            }
        }
    }

    @Test
    void opensAFileByItsName() throws IOException {
        Path onnx = Files.write(folder.resolve("tiny.ONNX"), TinyOnnx.convolution(weights, 3, 0, 0));
        Path script = Files.write(folder.resolve("tiny.pt"), TinyTorchScript.rectifier());
        // Neither tells its size: 224x224.
        try (BackboneFeatures open = BackboneFeatures.open(onnx);
                BackboneFeatures second = BackboneFeatures.open(script);
                BackboneFeatures zoo =
                        BackboneFeatures.fromModelZoo(script.toUri().toString())) {
            assertThat(open.extract(Pictures.grey(30, 20, 1))).hasSize(2);
            assertThat(second.extract(Pictures.grey(30, 20, 1))).containsExactly(zoo.extract(Pictures.grey(30, 20, 1)));
        }
        assertThatThrownBy(() -> BackboneFeatures.open(folder.resolve("tiny.zip")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tiny.zip is no network");
    }

    @Test
    void isAPartOfTheFeatures() {
        try (BackboneFeatures backbone = BackboneFeatures.onnx(TinyOnnx.convolution(weights, 3, 12, 12));
                BackboneFeatures other = BackboneFeatures.onnx(TinyOnnx.convolution(weights, 3, 10, 10))) {
            LabelFreeFeatures fitted = fitted(backbone, 1);
            assertThat(fitted.parts()).extracting(FeaturePart::name).containsExactly("backbone", "hog", "patches");
            assertThat(fitted(backbone, 2).toBytes()).isEqualTo(fitted.toBytes());
            LabelFreeFeatures again = LabelFreeFeatures.fromBytes(fitted.toBytes(), backbone);
            for (BufferedImage image : POOL.images()) {
                assertThat(again.extract(image)).containsExactly(fitted.extract(image));
            }
            assertThatThrownBy(() -> LabelFreeFeatures.fromBytes(fitted.toBytes()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("backbone");
            assertThatThrownBy(() -> LabelFreeFeatures.fromBytes(fitted.toBytes(), other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("SHA-256");
        }
    }

    @Test
    void saysWhatItCannotRun() {
        assertThatThrownBy(() -> BackboneFeatures.onnx(new byte[] {1, 2, 3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no ONNX network");
        assertThatThrownBy(() -> BackboneFeatures.torchScript(new byte[] {1, 2, 3}, 9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no TorchScript network");
        assertThatThrownBy(() -> BackboneFeatures.onnx(TinyOnnx.convolution(weights(90), 5, 12, 12)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[1,3,height,width]");
    }

    @Test
    void poolsTokensAndPlaces() {
        float[] numbers = {1, 2, 3, 4, 5, 6};
        assertThat(new BackboneOutput(numbers, 1, 6).pooled()).containsExactly(numbers);
        assertThat(new BackboneOutput(numbers, 1, 3, 2).pooled()).containsExactly(3, 4);
        assertThat(new BackboneOutput(numbers, 1, 2, 3, 1).pooled()).containsExactly(2, 5);
        assertThatThrownBy(() -> new BackboneOutput(numbers, 2, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BackboneOutput(new float[] {1, Float.NaN}, 1, 2).pooled())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("feature 1 of the network is NaN");
    }

    private static LabelFreeFeatures fitted(BackboneFeatures backbone, int parallelism) {
        return new FitLabelFreeFeatures(1, parallelism, backbone).fit(POOL, Cancellation.never(), Progress.none());
    }

    private static double[] normalised(BufferedImage image, int height, int width) {
        double[] pixels = new double[3 * height * width];
        for (int i = 0; i < pixels.length; i++) {
            int channel = i / (height * width);
            int place = i % (height * width);
            int colour = image.getRGB(place % width, place / width) >> 16 - 8 * channel & 255;
            pixels[i] = (colour / 255.0 - MEAN[channel]) / DEVIATION[channel];
        }
        return pixels;
    }

    /** The mean of each of two maps after convolution and rectifier. */
    private double[] convolved(double[] pixels, int height, int width) {
        double[] means = new double[2];
        for (int map = 0; map < 2; map++) {
            for (int y = 0; y < height - 2; y++) {
                for (int x = 0; x < width - 2; x++) {
                    double sum = 0;
                    for (int k = 0; k < 27; k++) {
                        int at = k / 9 * height * width + (y + k % 9 / 3) * width + x + k % 3;
                        sum += weights[map * 27 + k] * pixels[at];
                    }
                    means[map] += Math.max(0, sum) / ((height - 2) * (width - 2));
                }
            }
        }
        return means;
    }

    private static float[] weights(int count) {
        SplittableRandom random = new SplittableRandom(4);
        float[] weights = new float[count];
        for (int i = 0; i < count; i++) {
            weights[i] = (float) (random.nextDouble() - 0.5);
        }
        return weights;
    }
}
