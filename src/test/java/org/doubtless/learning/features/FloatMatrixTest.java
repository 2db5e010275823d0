package org.doubtless.learning.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FloatMatrixTest {

    /** Longer than a chunk of the products. */
    private final FloatMatrix a = Clouds.of(5_000, 3, 7, 1);

    private final FloatMatrix b = Clouds.of(7, 3, 4, 2);

    @Test
    void multipliesAsTheSumsDo() {
        FloatMatrix product = a.times(b);
        assertThat(product.rows()).isEqualTo(5_000);
        assertThat(product.columns()).isEqualTo(4);
        for (int row = 0; row < a.rows(); row += 97) {
            for (int column = 0; column < 4; column++) {
                double sum = 0;
                for (int k = 0; k < 7; k++) {
                    sum += (double) a.at(row, k) * b.at(k, column);
                }
                assertThat((double) product.at(row, column)).isCloseTo(sum, within(1e-5));
            }
        }
    }

    @Test
    void multipliesByTransposedMatrices() {
        FloatMatrix other = Clouds.of(3, 3, 7, 5);
        FloatMatrix product = a.timesTransposed(other);
        assertThat((double) product.at(4_999, 2)).isCloseTo(a.dot(4_999, other, 2), within(1e-5));
        FloatMatrix gram = a.transposedTimes(a);
        for (int i = 0; i < 7; i++) {
            double sum = 0;
            for (int row = 0; row < a.rows(); row++) {
                sum += (double) a.at(row, i) * a.at(row, 3);
            }
            assertThat((double) gram.at(i, 3)).isCloseTo(sum, within(1e-2));
        }
    }

    @Test
    void multipliesEmptyMatrices() {
        FloatMatrix none = FloatMatrix.zeros(0, 7);
        assertThat(none.times(b).rows()).isZero();
        assertThat(none.transposedTimes(none).values()).containsOnly(0).hasSize(49);
    }

    @Test
    void picksRowsAndColumns() {
        assertThat(a.select(4, 2, 4).at(2, 5)).isEqualTo(a.at(4, 5));
        assertThat(a.columns(2, 5).at(9, 1)).isEqualTo(a.at(9, 3));
        assertThat(FloatMatrix.beside(List.of(a.columns(0, 2), a.columns(2, 7))).values())
                .isEqualTo(a.values());
        assertThat(a.scaled(1, 2, 3, 4, 5, 6, 7).at(3, 6)).isEqualTo(7 * a.at(3, 6));
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> a.times(a)).hasMessageContaining("5000 x 7 does not fit one of 5000 x 7");
        assertThatThrownBy(() -> new FloatMatrix(2, 2, new float[3])).hasMessageContaining("3 numbers are not 2 rows");
    }
}
