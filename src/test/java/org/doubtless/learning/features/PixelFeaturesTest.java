package org.doubtless.learning.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferUShort;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelFeaturesTest {

    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void keepsAnImageThatHasTheShapeAsItIs() {
        BufferedImage image = greyNoise(28, 28);
        float[] features = new PixelFeatures(new FeatureShape(1, 28, 28)).extract(image);
        assertThat(features).hasSize(784);
        for (int y = 0; y < 28; y++) {
            for (int x = 0; x < 28; x++) {
                // Java's getRGB would answer 188 for a stored 128.
                assertThat(features[y * 28 + x]).isCloseTo(image.getRaster().getSample(x, y, 0) / 255f, within(1e-6f));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"64,64,32,32", "97,41,30,20", "33,500,7,32", "40,40,39,39", "3000,7,32,5", "5,5,32,32", "6,1,32,32"})
    void averagesAreasLikeASlowReference(int width, int height, int targetWidth, int targetHeight) {
        BufferedImage image = greyNoise(width, height);
        FeatureShape shape = new FeatureShape(1, targetHeight, targetWidth);
        float[] features = new PixelFeatures(shape).extract(image);
        double[] expected = SlowResize.fitted(image, shape);
        for (int i = 0; i < features.length; i++) {
            assertThat((double) features[i]).as("feature %d", i).isCloseTo(expected[i], within(2e-5));
        }
    }

    @Test
    void turnsAFinePatternGreyInsteadOfIntoStripes() {
        BufferedImage stripes = new BufferedImage(320, 320, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 320; y++) {
            for (int x = 0; x < 320; x += 2) {
                stripes.getRaster().setSample(x, y, 0, 255);
            }
        }
        float[] features = new PixelFeatures(new FeatureShape(1, 32, 32)).extract(stripes);
        for (float value : features) {
            assertThat(value).isCloseTo(0.5f, within(1e-5f));
        }
    }

    @Test
    void fitsTheWholeImageAndFillsTheRestWithItsBorder() {
        BufferedImage wide = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 64; x++) {
            for (int y = 0; y < 32; y++) {
                boolean inside = x >= 16 && x < 48 && y >= 8 && y < 24;
                wide.setRGB(x, y, inside ? 0xFF0000 : 0x003366);
            }
        }
        FeatureShape shape = new FeatureShape(3, 32, 32);
        float[] features = new PixelFeatures(shape).extract(wide);
        assertThat(at(features, shape, 0, 16, 16)).isEqualTo(1);
        for (int y : new int[] {0, 7, 8, 31}) {
            assertThat(at(features, shape, 0, y, 3)).isCloseTo(0, within(1e-6f));
            assertThat(at(features, shape, 1, y, 3)).isCloseTo(0x33 / 255f, within(1e-6f));
            assertThat(at(features, shape, 2, y, 3)).isCloseTo(0x66 / 255f, within(1e-6f));
        }
    }

    @Test
    void readsEveryColourModelAlike() {
        FeatureShape shape = new FeatureShape(3, 4, 4);
        for (int type : new int[] {
            BufferedImage.TYPE_INT_RGB,
            BufferedImage.TYPE_INT_ARGB,
            BufferedImage.TYPE_INT_ARGB_PRE,
            BufferedImage.TYPE_3BYTE_BGR,
            BufferedImage.TYPE_4BYTE_ABGR,
            BufferedImage.TYPE_4BYTE_ABGR_PRE
        }) {
            float[] features = new PixelFeatures(shape).extract(filled(type, 0xFF336699));
            assertThat(at(features, shape, 0, 2, 2)).as("type %d", type).isCloseTo(0x33 / 255f, within(1e-6f));
            assertThat(at(features, shape, 1, 2, 2)).as("type %d", type).isCloseTo(0x66 / 255f, within(1e-6f));
            assertThat(at(features, shape, 2, 2, 2)).as("type %d", type).isCloseTo(0x99 / 255f, within(1e-6f));
        }
    }

    @Test
    void laysWhatIsTransparentOnWhite() {
        FeatureShape shape = new FeatureShape(1, 4, 4);
        for (int type : new int[] {BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_4BYTE_ABGR}) {
            assertThat(new PixelFeatures(shape).extract(filled(type, 0x00000000)))
                    .containsOnly(1);
        }
    }

    @Test
    void weighsColoursAsTheEyeDoesWhereOnlyGreyIsWanted() {
        float[] features =
                new PixelFeatures(new FeatureShape(1, 4, 4)).extract(filled(BufferedImage.TYPE_INT_RGB, 0xFF00FF00));
        assertThat(features[5]).isCloseTo(0.587f, within(1e-5f));
    }

    @Test
    void repeatsGreyInEachChannelWhereColourIsWanted() {
        BufferedImage image = greyNoise(4, 4);
        FeatureShape shape = new FeatureShape(3, 4, 4);
        float[] features = new PixelFeatures(shape).extract(image);
        assertThat(at(features, shape, 1, 3, 2)).isEqualTo(at(features, shape, 0, 3, 2));
        assertThat(at(features, shape, 2, 3, 2)).isEqualTo(at(features, shape, 0, 3, 2));
    }

    @Test
    void readsSixteenBitsOfGrey() {
        BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_USHORT_GRAY);
        short[] samples = ((DataBufferUShort) image.getRaster().getDataBuffer()).getData();
        Arrays.fill(samples, (short) 40_000);
        float[] features = new PixelFeatures(new FeatureShape(1, 4, 4)).extract(image);
        assertThat(features[0]).isCloseTo(40_000 / 65_535f, within(1e-6f));
    }

    @Test
    void givesEachImageTheSameRowWhateverGoesWithIt() {
        PixelFeatures extractor = new PixelFeatures(new FeatureShape(1, 8, 8));
        List<BufferedImage> images = List.of(greyNoise(9, 20), greyNoise(30, 12), greyNoise(8, 8));
        FeatureMatrix together = extractor.extractAll(images);
        for (int row = 0; row < images.size(); row++) {
            assertThat(together.range(row, row + 1).toArray()).isEqualTo(extractor.extract(images.get(row)));
        }
    }

    private static float at(float[] features, FeatureShape shape, int channel, int y, int x) {
        return features[(channel * shape.height() + y) * shape.width() + x];
    }

    private static BufferedImage filled(int type, int argb) {
        BufferedImage image = new BufferedImage(4, 4, type);
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 4; x++) {
                image.setRGB(x, y, argb);
            }
        }
        return image;
    }

    private BufferedImage greyNoise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, random.nextInt(256));
            }
        }
        return image;
    }
}
