package org.doubtless.learning.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchFeaturesTest {

    private static final int ATOMS = 7;

    private final Workers workers = new Workers(2, Cancellation.never());

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void readsAPatchWithoutItsBrightnessAndContrast() {
        PatchGrid grid = new PatchGrid(new FeatureShape(3, 9, 11), 4, 2);
        float[] pixels = new PixelFeatures(grid.shape()).extract(Pictures.colour(11, 9, 1));
        float[] patch = new float[48];
        grid.read(pixels, 2, 3, patch);
        double[] raw = new double[48];
        for (int i = 0; i < 48; i++) {
            raw[i] = pixels[i / 16 * 99 + (4 + i % 16 / 4) * 11 + 6 + i % 4];
        }
        double mean = 0;
        for (double value : raw) {
            mean += value / 48;
        }
        double variance = 0;
        for (double value : raw) {
            variance += (value - mean) * (value - mean) / 47;
        }
        for (int i = 0; i < 48; i++) {
            assertThat((double) patch[i]).isCloseTo((raw[i] - mean) / Math.sqrt(variance + 0.0015), within(1e-4));
        }
    }

    @Test
    void whitensPatchesExceptWhereTheyHardlyVary() {
        float[][] patches = patches(6_000);
        double epsilon = 0.1;
        float[][] whitened = Whitening.of(patches, epsilon, workers).apply(patches, workers);
        SymmetricEigenpairs before = SymmetricEigenpairs.of(new DMatrixRMaj(covariance(patches)));
        double[][] after = covariance(whitened);
        // In the eigenvectors' own directions each variance l has become l / (l + epsilon).
        for (int a = 0; a < after.length; a++) {
            for (int b = 0; b < after.length; b++) {
                double inside = 0;
                for (int i = 0; i < after.length; i++) {
                    for (int j = 0; j < after.length; j++) {
                        inside += before.vectors().get(i, a)
                                * after[i][j]
                                * before.vectors().get(j, b);
                    }
                }
                double expected = a == b ? before.values()[a] / (before.values()[a] + epsilon) : 0;
                assertThat(inside).isCloseTo(expected, within(2e-3));
            }
        }
    }

    @Test
    void learnsTheDictionaryThatASlowReferenceLearns() {
        float[][] patches = patches(400);
        PatchDictionary dictionary = PatchDictionary.learn(patches, ATOMS, 9, workers);
        float[][] whitened = Whitening.of(patches, 0.1, workers).apply(patches, workers);
        double[][] atoms = SlowDictionary.learn(whitened, ATOMS, 9);
        float[] likeness = new float[ATOMS];
        for (int n = 0; n < 20; n++) {
            dictionary.compare(patches[n], likeness);
            for (int k = 0; k < ATOMS; k++) {
                assertThat((double) likeness[k]).isCloseTo(SlowDictionary.dot(atoms[k], whitened[n]), within(2e-3));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"20,20,1", "21,17,2", "19,28,3", "6,6,1", "6,40,1"})
    void sumsUpThePatchesLikeASlowReference(int width, int height, int stride) {
        FeatureShape shape = new FeatureShape(1, height, width);
        PatchGrid grid = new PatchGrid(shape, 6, stride);
        PatchDictionary dictionary = PatchDictionary.learn(patches(500), ATOMS, 9, workers);
        BufferedImage image = Pictures.grey(width, height, 77);
        float[] features = new PatchFeatures(PatchFeatures.NAME, grid, dictionary).extract(image);
        double[] expected = slow(new PixelFeatures(shape).extract(image), grid, dictionary);
        assertThat(features).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) features[i]).as("code %d", i).isCloseTo(expected[i], within(2e-3));
        }
    }

    @Test
    void saysThatAPatchDoesNotFit() {
        assertThatThrownBy(() -> new PatchGrid(new FeatureShape(1, 5, 20), 6, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do not fit into 20x5");
    }

    private static double[] slow(float[] pixels, PatchGrid grid, PatchDictionary dictionary) {
        int down = grid.rows();
        int across = grid.columns();
        double[] codes = new double[12 * ATOMS];
        float[] patch = new float[36];
        float[] likeness = new float[ATOMS];
        for (int map = 0; map < 2 * ATOMS; map++) {
            double[][] code = new double[down][across];
            double sum = 0;
            double max = 0;
            for (int row = 0; row < down; row++) {
                for (int column = 0; column < across; column++) {
                    grid.read(pixels, row, column, patch);
                    dictionary.compare(patch, likeness);
                    code[row][column] = Math.max(0, map < ATOMS ? likeness[map] - 0.5 : -likeness[map - ATOMS] - 0.5);
                    sum += code[row][column];
                    max = Math.max(max, code[row][column]);
                }
            }
            for (int quarter = 0; quarter < 4; quarter++) {
                codes[quarter * 2 * ATOMS + map] = Math.sqrt(quarterMean(code, quarter / 2, quarter % 2));
            }
            double spread = 0;
            for (double[] line : code) {
                for (double value : line) {
                    spread += Math.pow(value - sum / (down * across), 2);
                }
            }
            codes[8 * ATOMS + map] = 0.5 * Math.sqrt(max);
            codes[10 * ATOMS + map] = 0.5 * Math.sqrt(Math.sqrt(spread / Math.max(1, down * across - 1)));
        }
        return codes;
    }

    private static double quarterMean(double[][] code, int lower, int right) {
        int down = code.length;
        int across = code[0].length;
        double sum = 0;
        int count = 0;
        for (int y = lower * down / 2; y < Math.ceil((lower + 1) * down / 2.0); y++) {
            for (int x = right * across / 2; x < Math.ceil((right + 1) * across / 2.0); x++) {
                sum += code[y][x];
                count++;
            }
        }
        return sum / count;
    }

    private float[][] patches(int count) {
        PatchGrid grid = new PatchGrid(new FeatureShape(1, 20, 20), 6, 1);
        ListedImages images = Pictures.greys(40, 20, 20);
        int[] rows = SampledRows.drawn(40, 40, new SplittableRandom(1));
        float[][] patches = PatchSample.take(images, rows, grid, 4, workers, new Steps(Progress.none(), 40));
        SplittableRandom random = new SplittableRandom(5);
        float[][] chosen = new float[count][];
        for (int n = 0; n < count; n++) {
            chosen[n] = patches[random.nextInt(patches.length)];
        }
        return chosen;
    }

    private double[][] covariance(float[][] rows) {
        CodeMoments moments = new CodeMoments(rows[0].length);
        moments.add(rows, workers);
        return moments.covariance();
    }
}
