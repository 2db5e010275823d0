package org.doubtless.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FeatureShape;
import org.doubtless.learning.posterior.ClassProbabilities;
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

    /** A rare class counts more, an image as much as it is told, a soft target keeps its shares. */
    @Test
    void targetsAreTimesTheWeightsOfTheirClassAndTheirImage() {
        float[] shares = {1, 0, 1, 0, 1, 0, 0, 1, 0.25f, 0.75f};
        FeatureMatrix images = FeatureMatrix.ofRows(
                1, List.of(new float[] {0}, new float[] {1}, new float[] {2}, new float[] {3}, new float[] {4}));
        TrainingSet labelled =
                TrainingSet.soft(images, new ClassProbabilities(5, 2, shares)).weighted(1, 1, 2, 1, 1);
        // Masses 4.25 and 1.75 of 6: weights 6 / (2 * 4.25) and 6 / (2 * 1.75).
        double[] classes = {6 / 8.5, 6 / 3.5};
        double[] expected = {classes[0], classes[0], 2 * classes[0], classes[1], 0.25 * classes[0] + 0.75 * classes[1]};
        Lesson lesson =
                Lesson.of(labelled, new FeatureShape(1, 1, 1), new TrainingSettings(5, 1, 1, 1, 1e-3), new int[0]);
        try (NDManager memory = Torch.newManager()) {
            Batches.Batch batch = new Batches(lesson, new int[] {0, 1, 2, 3, 4}, new SplittableRandom(1)).next(memory);
            float[] shown = batch.images().toFloatArray();
            float[] targets = batch.targets().toFloatArray();
            assertThat(shown).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
            for (int b = 0; b < 5; b++) {
                int row = Math.round(shown[b]);
                for (int c = 0; c < 2; c++) {
                    assertThat((double) targets[2 * b + c])
                            .isCloseTo(expected[row] * shares[2 * row + c], within(1e-6));
                }
            }
        }
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
