package org.doubtless.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.doubtless.learning.features.FeatureMatrix;
import org.junit.jupiter.api.Test;

class TrainingSetTest {

    @Test
    void weighsRareClassesUp() {
        TrainingSet labelled = new TrainingSet(blank(8), 4, 0, 0, 0, 0, 0, 0, 2, 2);
        assertThat(labelled.weight(0)).isCloseTo(8 / (2 * 6.0), within(1e-12));
        assertThat(labelled.weight(2)).isCloseTo(8 / (2 * 2.0), within(1e-12));
        assertThat(labelled.labelsPerClass()).containsExactly(6, 0, 2, 0);
    }

    @Test
    void keepsWeightsInBounds() {
        int[] labels = new int[1_000];
        labels[7] = 1;
        assertThat(new TrainingSet(blank(1_000), 2, labels).weight(1)).isEqualTo(9);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> new TrainingSet(blank(2), 3, 0)).hasMessageContaining("1 labels for 2 images");
        assertThatThrownBy(() -> new TrainingSet(blank(0), 3)).hasMessageContaining("at least one");
        assertThatThrownBy(() -> new TrainingSet(blank(2), 3, 0, 3)).hasMessageContaining("row 1 has the label 3");
        assertThatThrownBy(() -> new TrainingSet(blank(1), 1, 0)).hasMessageContaining("at least 2");
    }

    @Test
    void holdsOutATenthOfEachClassAndLosesNone() {
        int[] labels = IntStream.range(0, 600).map(row -> row % 3).toArray();
        HoldOut split = HoldOut.of(new TrainingSet(blank(600), 3, labels), new SplittableRandom(1));
        assertThat(split.held()).hasSize(60);
        for (int clazz = 0; clazz < 3; clazz++) {
            int wanted = clazz;
            assertThat(IntStream.of(split.held()).filter(row -> labels[row] == wanted))
                    .hasSize(20);
        }
        List<Integer> all = new ArrayList<>();
        IntStream.of(split.training()).forEach(all::add);
        IntStream.of(split.held()).forEach(all::add);
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 600).boxed().toList());
    }

    @Test
    void holdsNoneOutWhereLabelsAreFew() {
        HoldOut split = HoldOut.of(new TrainingSet(blank(3), 2, 0, 1, 0), new SplittableRandom(1));
        assertThat(split.held()).isEmpty();
        assertThat(split.training()).containsExactly(0, 1, 2);
    }

    private static FeatureMatrix blank(int rows) {
        return FeatureMatrix.ofRows(2, Collections.nCopies(rows, new float[2]));
    }
}
