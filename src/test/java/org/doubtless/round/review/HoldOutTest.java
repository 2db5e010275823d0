package org.doubtless.round.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldOutTest {
    @Test
    void eachClassIsSpreadEvenlyOverTheFolds() {
        int[] labels = IntStream.range(0, 50).map(i -> i < 35 ? 0 : 1).toArray();
        int[] folds = HoldOut.folds(labels, 7);
        for (int fold = 0; fold < HoldOut.FOLDS; fold++) {
            int now = fold;
            assertThat(IntStream.range(0, 35).filter(i -> folds[i] == now).count())
                    .isEqualTo(7);
            assertThat(IntStream.range(35, 50).filter(i -> folds[i] == now).count())
                    .isEqualTo(3);
        }
        assertThat(HoldOut.folds(labels, 7)).isEqualTo(folds);
        assertThat(HoldOut.folds(labels, 8)).isNotEqualTo(folds);
    }
}
