package org.doubtless.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.doubtless.learning.evaluation.Evaluation;
import org.doubtless.learning.posterior.ClassProbabilities;
import org.doubtless.project.ClassId;
import org.doubtless.project.LabelClass;
import org.junit.jupiter.api.Test;

class MeasuredTest {

    @Test
    void an_error_of_calibration_takes_enough_images_to_be_more_than_chance() {
        assertThat(metrics(299)).containsKey("brier").doesNotContainKey("calibrationError");
        assertThat(metrics(300)).containsKey("calibrationError");
    }

    @Test
    void counts_the_labels_that_were_learnt() {
        assertThat(metrics(10)).containsEntry("trainingLabels", 7);
    }

    @Test
    void counts_the_images_of_each_class_that_has_some() {
        assertThat(metrics(10)).containsEntry("classes", List.of(Map.of("class", 31L, "right", 10, "n", 10)));
    }

    private static Map<String, Object> metrics(int images) {
        float[] probabilities = new float[2 * images];
        Arrays.fill(probabilities, 0.5f);
        return Measured.metrics(
                7,
                new Snapshot(0, List.of(), List.of()),
                Evaluation.of(new ClassProbabilities(images, 2, probabilities), new int[images]),
                List.of(
                        new LabelClass(new ClassId(31), 0, "disc", null),
                        new LabelClass(new ClassId(32), 1, "square", null)));
    }
}
