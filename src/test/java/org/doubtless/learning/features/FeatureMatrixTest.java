package org.doubtless.learning.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureMatrixTest {

    private final FeatureMatrix matrix =
            FeatureMatrix.ofRows(2, List.of(new float[] {0, 1}, new float[] {2, 3}, new float[] {4, 5}));

    @Test
    void findsItsRowsAgain() {
        assertThat(matrix.at(2, 0)).isEqualTo(4);
        assertThat(matrix.select(2, 0, 2).toArray()).containsExactly(4, 5, 0, 1, 4, 5);
        assertThat(matrix.range(1, 2).toArray()).containsExactly(2, 3);
        assertThat(matrix.range(1, 1).rows()).isZero();
    }

    @Test
    void namesTheRowThatIsNotFinite() {
        List<float[]> rows = List.of(new float[] {0, 1}, new float[] {0, Float.NaN});
        assertThatThrownBy(() -> FeatureMatrix.ofRows(2, rows))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 1, column 1 is NaN");
    }

    @Test
    void namesTheRowThatIsTooShort() {
        List<float[]> rows = List.of(new float[] {0, 1}, new float[] {0});
        assertThatThrownBy(() -> FeatureMatrix.ofRows(2, rows)).hasMessageContaining("row 1 has 1 features");
    }
}
