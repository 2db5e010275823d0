package org.doubtless.learning.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HalfRowTest {

    @Test
    void keepsElevenBits() {
        SplittableRandom random = new SplittableRandom(3);
        float[] row_D = new float[2_000];
        for (int i = 0; i < row_D.length; i++) {
            row_D[i] = (float) (Math.pow(10, random.nextDouble(-7, 4)) * (random.nextBoolean() ? 1 : -1));
        }
        float[] back_D = new float[row_D.length + 1];
        HalfRow.read(HalfRow.toBytes(row_D), back_D, 1);
        for (int i = 0; i < row_D.length; i++) {
            assertThat(back_D[i + 1]).isCloseTo(row_D[i], within((float) Math.max(3e-8, Math.abs(row_D[i]) / 2048)));
        }
    }

    @Test
    void roundsOnceAndForAll() {
        float[] row_D = {0, 1, -1, 0.1f, 65_504, 6e-8f};
        byte[] bytes = HalfRow.toBytes(row_D);
        float[] back_D = new float[row_D.length];
        HalfRow.read(bytes, back_D, 0);
        assertThat(HalfRow.toBytes(back_D)).isEqualTo(bytes);
        assertThat(back_D).startsWith(0, 1, -1);
    }

    @Test
    void namesTheColumnThatDoesNotFit() {
        assertThatThrownBy(() -> HalfRow.toBytes(new float[] {0, 1e6f})).hasMessageContaining("column 1 is 1000000");
        assertThatThrownBy(() -> HalfRow.toBytes(new float[] {Float.NaN})).hasMessageContaining("column 0 is NaN");
    }
}
