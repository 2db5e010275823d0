package org.doubtless.demo.pollen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PollenSlidesTest {
    private static final long SEED = 20260417;

    @Test
    void theSameSeedAndIndexGiveTheSameBytesInAnyOrderAndOnAnyThread() {
        List<PollenSample> inOrder = PollenSlides.stream(SEED, 24).toList();
        List<PollenSample> inParallel = PollenSlides.stream(SEED, 24).parallel().toList();

        for (int index = 23; index >= 0; index--) {
            PollenSample alone = PollenSlides.draw(SEED, index);
            assertThat(alone.image())
                    .isEqualTo(inOrder.get(index).image())
                    .isEqualTo(inParallel.get(index).image());
            assertThat(alone.filename()).isEqualTo(inOrder.get(index).filename());
            assertThat(alone.truth()).isEqualTo(inOrder.get(index).truth());
        }
    }

    @Test
    void noTwoImagesOfNeighbouringSeedsAndIndexesAreAlike() {
        Set<Integer> hashes = new HashSet<>();
        for (long seed = -2; seed < 2; seed++) {
            PollenSlides.stream(seed, 6).forEach(sample -> hashes.add(Arrays.hashCode(sample.image())));
        }

        assertThat(hashes).hasSize(24);
    }

    @Test
    void everyImageIsAColourPictureOfTheStatedSize() throws IOException {
        for (PollenSample sample : PollenSlides.stream(SEED, 20).toList()) {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(sample.image()));
            assertThat(picture.getWidth()).isEqualTo(PollenSlides.SIZE);
            assertThat(picture.getHeight()).isEqualTo(PollenSlides.SIZE);
            assertThat(picture.getColorModel().getNumComponents()).isEqualTo(3);
            assertThat(sample.image()).hasSizeBetween(2_000, 20_000);
        }
    }

    @Test
    void theSampleSaysWhatTheSpecimenIs() {
        for (int index = 0; index < 20; index++) {
            PollenSample sample = PollenSlides.draw(SEED, index);
            assertThat(new Specimen(sample.kind(), sample.truth(), sample.other()))
                    .isEqualTo(PollenSlides.specimen(SEED, index));
        }
    }

    @Test
    void filenamesAreUniqueAndLookLikeThoseOfATrap() {
        List<String> names = IntStream.of(0, 1, 599, 600, 2_999, 50_000)
                .mapToObj(index -> PollenSlides.draw(SEED, index).filename())
                .toList();

        assertThat(names)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("trap-\\d\\d-\\d\\d_\\d{4}\\.jpg"))
                .startsWith("trap-04-17_0001.jpg", "trap-04-17_0002.jpg", "trap-04-17_0600.jpg", "trap-04-18_0001.jpg");
    }

    @Test
    void anIndexOutsideTheSeasonIsRefusedWithTheRange() {
        assertThatThrownBy(() -> PollenSlides.draw(SEED, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("index is -1")
                .hasMessageContaining("0 to 100199");
        assertThatThrownBy(() -> PollenSlides.draw(SEED, 100_200)).hasMessageContaining("index is 100200");
    }

    @Test
    void aSampleThatContradictsItsKindIsRefused() {
        byte[] image = {1};
        assertThatThrownBy(() -> new PollenSample("a.jpg", image, Optional.empty(), Kind.CLEAR, Optional.empty()))
                .hasMessageContaining("a.jpg");
        assertThatThrownBy(() -> new PollenSample(
                        "a.jpg", image, Optional.of(Species.OAK), Kind.CLEAR, Optional.of(Species.ASH)))
                .hasMessageContaining("a.jpg");
    }
}
