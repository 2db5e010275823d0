package org.doubtless.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FeatureShape;
import org.doubtless.learning.torch.Torch;
import org.junit.jupiter.api.Test;

/** One white dot in the middle of 28 by 28 pixels shows by how much a picture was moved. */
class BatchesTest {
    private static final int SIDE = 28;
    private static final int MIDDLE = 14;

    @Test
    void movesPicturesByAFourteenthOfTheirSideAtMostInEveryDirection() {
        Set<List<Integer>> moves = moves(new TrainingSettings(1, 1, 1, 1, 1e-3));
        assertThat(moves).hasSize(25);
        assertThat(moves).allSatisfy(move -> assertThat(move).allMatch(step -> Math.abs(step) <= 2));
    }

    @Test
    void showsThemAsTheyAreWhereAsked() {
        assertThat(moves(new TrainingSettings(1, 1, 1, 1, 1e-3).withoutShifts()))
                .containsExactly(List.of(0, 0));
    }

    private static Set<List<Integer>> moves(TrainingSettings settings) {
        float[] dot = new float[SIDE * SIDE];
        dot[MIDDLE * SIDE + MIDDLE] = 1;
        TrainingSet labelled = new TrainingSet(FeatureMatrix.ofRows(dot.length, List.of(dot)), 2, 0);
        Lesson lesson = Lesson.of(labelled, new FeatureShape(1, SIDE, SIDE), settings, new int[0]);
        Batches batches = new Batches(lesson, new int[] {0}, new SplittableRandom(1));
        Set<List<Integer>> moves = new HashSet<>();
        try (NDManager memory = Torch.newManager()) {
            for (int k = 0; k < 400; k++) {
                float[] shown = batches.next(memory).images().toFloatArray();
                int at = Arrays.asList(boxed(shown)).indexOf(1f);
                moves.add(List.of(at / SIDE - MIDDLE, at % SIDE - MIDDLE));
            }
        }
        return moves;
    }

    private static Float[] boxed(float[] values) {
        List<Float> boxed = new ArrayList<>();
        for (float value : values) {
            boxed.add(value);
        }
        return boxed.toArray(Float[]::new);
    }
}
