package org.doubtless.learning.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.CancelledLearning;
import org.doubtless.learning.work.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LabelFreeFeaturesTest {

    private static final ListedImages POOL = Pictures.greys(60, 14, 14);
    private static LabelFreeFeatures fitted;

    @BeforeAll
    static void fit() {
        fitted = fit(POOL, 1, 2);
    }

    @Test
    void putsPartsOfEqualLengthSideBySide() {
        assertThat(fitted.parts()).containsExactly(new FeaturePart("hog", 0, 59), new FeaturePart("patches", 59, 118));
        assertThat(fitted.columns()).isEqualTo(118);
        float[] row = fitted.extract(POOL.read(3));
        for (FeaturePart part : fitted.parts()) {
            double squares = 0;
            for (int column = part.from(); column < part.to(); column++) {
                squares += row[column] * row[column];
            }
            assertThat(squares).isCloseTo(0.5, within(1e-5));
        }
    }

    @Test
    void givesTheSameBytesForTheSameSeedWhateverTheThreads() {
        assertThat(fit(POOL, 1, 1).toBytes()).isEqualTo(fitted.toBytes());
        assertThat(fit(POOL, 2, 2).toBytes()).isNotEqualTo(fitted.toBytes());
    }

    @Test
    void extractsAnImageAlikeAloneAndAmongOthers() {
        FeatureMatrix one = extract(fitted, POOL, 1);
        assertThat(extract(fitted, POOL, 3).toArray()).containsExactly(one.toArray());
        float[] row = new float[one.columns()];
        one.copyRow(47, row, 0);
        assertThat(fitted.extract(POOL.read(47))).containsExactly(row);
    }

    @Test
    void comesBackFromItsBytesBitByBit() {
        LabelFreeFeatures again = LabelFreeFeatures.fromBytes(fitted.toBytes());
        assertThat(again.toBytes()).isEqualTo(fitted.toBytes());
        assertThat(again.parts()).isEqualTo(fitted.parts());
        assertThat(extract(again, POOL, 2).toArray())
                .containsExactly(extract(fitted, POOL, 2).toArray());
    }

    @Test
    void saysThatOtherBytesAreNoFeatures() {
        assertThatThrownBy(() -> LabelFreeFeatures.fromBytes(new byte[] {1, 2, 3, 4, 5}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5 bytes are no label-free features");
        byte[] cut = java.util.Arrays.copyOf(fitted.toBytes(), 4_000);
        assertThatThrownBy(() -> LabelFreeFeatures.fromBytes(cut)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void looksCloserAtLargeImages() {
        List<BufferedImage> images = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            images.add(Pictures.colour(120, 90, i));
        }
        LabelFreeFeatures large = fit(new ListedImages(images), 1, 2);
        assertThat(large.parts()).extracting(FeaturePart::name).containsExactly("hog", "patches", "large-patches");
        LabelFreeFeatures again = LabelFreeFeatures.fromBytes(large.toBytes());
        assertThat(again.extract(images.get(2))).containsExactly(large.extract(images.get(2)));
    }

    @Test
    void takesImagesOfAnySizeAndColourModel() {
        ListedImages odd = ListedImages.of(
                Pictures.grey(1, 1, 1),
                Pictures.grey(3, 1000, 2),
                Pictures.grey(1000, 3, 3),
                Pictures.strokes(40, 30, BufferedImage.TYPE_INT_ARGB, 4),
                Pictures.strokes(33, 20, BufferedImage.TYPE_USHORT_GRAY, 5),
                Pictures.strokes(20, 33, BufferedImage.TYPE_BYTE_INDEXED, 6),
                Pictures.colour(64, 64, 7));
        LabelFreeFeatures features = fit(odd, 1, 2);
        FeatureMatrix matrix = extract(features, odd, 2);
        assertThat(matrix.rows()).isEqualTo(7);
        for (BufferedImage image : odd.images()) {
            assertThat(fitted.extract(image)).hasSize(118);
        }
    }

    @Test
    void takesPoolsWithNothingInThem() {
        for (ListedImages pool : List.of(
                ListedImages.of(Pictures.grey(28, 28, 1)),
                ListedImages.of(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY)),
                ListedImages.of(blank(), blank(), blank()))) {
            LabelFreeFeatures features = fit(pool, 1, 1);
            assertThat(extract(features, pool, 1).rows()).isEqualTo(pool.size());
        }
        assertThatThrownBy(() -> fit(ListedImages.of(), 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no image");
    }

    @Test
    void countsItsStepsToTheEnd() {
        List<Integer> seen = new ArrayList<>();
        Progress progress = (done, total) -> {
            assertThat(total).isEqualTo(120);
            seen.add(done);
        };
        LabelFreeFeatures.fit(POOL, 1, 2, Cancellation.never(), progress);
        assertThat(seen).isSorted().last().isEqualTo(120);
    }

    @Test
    void endsWhenItIsCancelled() {
        AtomicInteger questions = new AtomicInteger();
        Cancellation soon = () -> questions.incrementAndGet() > 60;
        assertThatThrownBy(() -> LabelFreeFeatures.fit(POOL, 1, 2, soon, Progress.none()))
                .isInstanceOf(CancelledLearning.class);
        assertThatThrownBy(() -> new ExtractPool(fitted, 2).extract(POOL, () -> true, Progress.none()))
                .isInstanceOf(CancelledLearning.class);
    }

    @Test
    void passesOnWhatAnImageThrows() {
        ImageSource torn = new ImageSource() {
            @Override
            public int size() {
                return 55;
            }

            @Override
            public BufferedImage read(int row) {
                if (row == 41) {
                    throw new IllegalStateException("image 41 is torn");
                }
                return POOL.read(row);
            }
        };
        assertThatThrownBy(() -> extract(fitted, torn, 2)).hasMessage("image 41 is torn");
    }

    private static BufferedImage blank() {
        return new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_GRAY);
    }

    private static LabelFreeFeatures fit(ImageSource pool, long seed, int parallelism) {
        return LabelFreeFeatures.fit(pool, seed, parallelism, Cancellation.never(), Progress.none());
    }

    private static FeatureMatrix extract(FeatureExtractor features, ImageSource pool, int parallelism) {
        return new ExtractPool(features, parallelism).extract(pool, Cancellation.never(), Progress.none());
    }
}
