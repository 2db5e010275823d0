package org.doubtless.learning.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;
import org.junit.jupiter.api.Test;

class PoolFeaturesTest {

    private static final List<FeaturePart> PARTS = List.of(new FeaturePart("a", 0, 8), new FeaturePart("b", 8, 20));

    private final FloatMatrix pool = Clouds.of(300, 4, 20, 5);
    private final PoolFeatures features =
            PoolFeatures.of(pool.toFeatures(), PARTS, 1, Cancellation.never(), Progress.none());

    @Test
    void landmarksGiveTheKernelBack() {
        FloatMatrix few = Clouds.of(300, 2, 3, 1);
        KernelLandmarks landmarks = KernelLandmarks.of(few, 2);
        assertThat(landmarks.count()).isEqualTo(150);
        FloatMatrix coordinates = landmarks.coordinates(few);
        double worst = 0;
        for (int i = 0; i < 300; i++) {
            for (int j = 0; j < 300; j++) {
                double squared = few.dot(i, few, i) + few.dot(j, few, j) - 2 * few.dot(i, few, j);
                worst = Math.max(worst, Math.abs(coordinates.dot(i, coordinates, j) - Math.exp(-squared)));
            }
        }
        assertThat(worst).isLessThan(0.05);
    }

    @Test
    void isAKernelOfTwoFifthsGraphAndThreeFifthsLikeness() {
        FloatMatrix linear = features.linear();
        FloatMatrix fine = features.spectrum().fine();
        FloatMatrix likeness = linear.columns(fine.columns(), linear.columns());
        for (int i = 0; i < 300; i += 37) {
            double graph = 0.4 * fine.dot(i, fine, 7);
            double parts = 0;
            for (FeaturePart part : PARTS) {
                double squared = 2 - 2 * cosine(i, 7, part);
                parts += 0.3 * Math.exp(-squared);
            }
            assertThat(likeness.dot(i, likeness, 7)).isCloseTo(parts, within(0.02));
            assertThat(linear.dot(i, linear, 7)).isCloseTo(graph + likeness.dot(i, likeness, 7), within(1e-4));
        }
    }

    private double cosine(int a, int b, FeaturePart part) {
        FloatMatrix columns = pool.columns(part.from(), part.to());
        double lengths = Math.sqrt(columns.dot(a, columns, a) * columns.dot(b, columns, b));
        return columns.dot(a, columns, b) / lengths;
    }

    @Test
    void carriesThePoolOverToOtherImages() {
        FloatMatrix others = Clouds.of(8, 4, 20, 99);
        PoolFeatures.Outside outside = features.outside(others.toFeatures());
        FloatMatrix linear = features.linear();
        for (int i = 0; i < 8; i++) {
            double own = 0;
            double other = 0;
            for (int j = 0; j < 300; j++) {
                double likeness = outside.linear_QF().dot(i, linear, j);
                own += j % 4 == i % 4 ? likeness / 75 : 0;
                other += j % 4 == i % 4 ? 0 : likeness / 225;
            }
            assertThat(own).isGreaterThan(other);
        }
    }

    @Test
    void takesImagesOfNothing() {
        PoolFeatures blank = PoolFeatures.of(
                FloatMatrix.zeros(30, 20).toFeatures(), PARTS, 1, Cancellation.never(), Progress.none());
        for (float value : blank.linear().values()) {
            assertThat(Float.isFinite(value)).isTrue();
        }
    }

    @Test
    void refusesFeaturesOfAnotherExtractor() {
        assertThatThrownBy(() -> features.outside(Clouds.of(3, 2, 7, 1).toFeatures()))
                .hasMessageContaining("7 features do not fit a pool of 20");
    }
}
