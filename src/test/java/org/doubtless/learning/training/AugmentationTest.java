package org.doubtless.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.doubtless.learning.features.FeatureShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AugmentationTest {
    private final FeatureShape shape = new FeatureShape(3, 9, 12);
    private final float[] picture = picture(shape);

    @ParameterizedTest
    @EnumSource(Augmentation.class)
    void staysInRangeRepeatsBySeedAndLeavesThePictureAlone(Augmentation augmentation) {
        float[] before = picture.clone();
        boolean changes = false;
        for (int seed = 0; seed < 20; seed++) {
            float[] view = augmentation.apply(picture, shape, new SplittableRandom(seed));
            for (float value : view) {
                assertThat(value).isBetween(0f, 1f);
            }
            assertThat(augmentation.apply(picture, shape, new SplittableRandom(seed)))
                    .isEqualTo(view);
            changes |= !Arrays.equals(view, picture);
        }
        assertThat(changes).isTrue();
        assertThat(picture).isEqualTo(before);
    }

    @Test
    void mirroringTwiceGivesThePictureBack() {
        float[] mirrored = Resampled.mirrored(picture, shape);
        assertThat(mirrored[0]).isEqualTo(picture[11]);
        assertThat(mirrored).isNotEqualTo(picture);
        assertThat(Resampled.mirrored(mirrored, shape)).isEqualTo(picture);
    }

    @Test
    void turnsAboutTheCentre() {
        FeatureShape square = new FeatureShape(1, 5, 5);
        float[] dot = new float[25];
        dot[0] = 1;
        float[] turned = Resampled.of(dot, square, 1, Math.PI / 2, 0, 0);
        assertThat(turned[20]).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-5f));
        float[] whole = Resampled.of(picture, shape, 1, 0, 0, 0);
        assertThat(whole).isEqualTo(picture);
    }

    /** Colours move by themselves under colour, and together under contrast. */
    @Test
    void contrastKeepsAGreyPictureGrey() {
        float[] grey = new float[shape.columns()];
        int plane = shape.height() * shape.width();
        for (int i = 0; i < grey.length; i++) {
            grey[i] = 0.3f + 0.4f * (i % plane) / plane;
        }
        float[] contrast = Augmentation.CONTRAST.apply(grey, shape, new SplittableRandom(1));
        float[] colour = Augmentation.COLOUR.apply(grey, shape, new SplittableRandom(1));
        assertThat(contrast[5]).isEqualTo(contrast[plane + 5]);
        assertThat(colour[5]).isNotEqualTo(colour[plane + 5]);
    }

    @Test
    void namesThoseThereAre() {
        assertThat(Augmentation.named("crop")).isEqualTo(Augmentation.CROP);
        assertThatThrownBy(() -> Augmentation.named("blur"))
                .hasMessage("there is no augmentation \"blur\": choose some of crop, flip, rotation, contrast, colour,"
                        + " noise");
    }

    private static float[] picture(FeatureShape shape) {
        SplittableRandom random = new SplittableRandom(3);
        float[] picture = new float[shape.columns()];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = random.nextInt(256) / 255f;
        }
        return picture;
    }
}
