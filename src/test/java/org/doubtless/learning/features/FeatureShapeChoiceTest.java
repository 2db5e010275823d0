package org.doubtless.learning.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class FeatureShapeChoiceTest {

    @Test
    void keepsTheOwnSizeOfSmallImages() {
        assertThat(choose(grey(28, 20), grey(28, 20))).isEqualTo(new FeatureShape(1, 20, 28));
    }

    @Test
    void bringsLargeImagesToTheSide() {
        assertThat(choose(grey(640, 480))).isEqualTo(new FeatureShape(1, 32, 32));
    }

    @Test
    void takesASquareForSmallImagesOfManySizes() {
        assertThat(choose(grey(20, 10), grey(12, 24))).isEqualTo(new FeatureShape(1, 24, 24));
    }

    @Test
    void takesColourOnceAnImageHasAny() {
        BufferedImage red = new BufferedImage(28, 28, BufferedImage.TYPE_INT_RGB);
        red.setRGB(3, 3, 0xFF0000);
        assertThat(choose(grey(28, 28), red).channels()).isEqualTo(3);
    }

    @Test
    void takesColourFilesOfGreyPicturesForGrey() {
        BufferedImage tinted = new BufferedImage(28, 28, BufferedImage.TYPE_INT_RGB);
        tinted.setRGB(3, 3, 0x808488);
        assertThat(choose(tinted).channels()).isEqualTo(1);
    }

    @Test
    void asksForASample() {
        FeatureShapeChoice choice = new FeatureShapeChoice(32);
        assertThatThrownBy(choice::shape).hasMessageContaining("show a sample");
    }

    private static FeatureShape choose(BufferedImage... images) {
        FeatureShapeChoice choice = new FeatureShapeChoice(FeatureShapeChoice.DEFAULT_SIDE);
        for (BufferedImage image : images) {
            choice.see(image);
        }
        return choice.shape();
    }

    private static BufferedImage grey(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    }
}
