package org.doubtless.round;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doubtless.learning.evaluation.Evaluation;
import org.doubtless.learning.posterior.ClassProbabilities;
import org.doubtless.model.ModelVersion;
import org.doubtless.pool.ImageId;
import org.doubtless.project.LabelClass;

/** What a model was measured to be, as it is stored with it. */
final class Measured {
    private Measured() {}

    /**
     * Measures a model on the control arm; null where nothing there is labelled and scored.
     *
     * @param classes how many there are
     * @param scored what it says of control images
     */
    static Evaluation evaluate(int classes, List<Snapshot.Labelled> control, Map<ImageId, ScoredImage> scored) {
        List<Snapshot.Labelled> measured = control.stream()
                .filter(labelled -> scored.containsKey(labelled.image()))
                .toList();
        if (measured.isEmpty()) {
            return null;
        }
        float[] probabilities_NC = new float[measured.size() * classes];
        for (int n = 0; n < measured.size(); n++) {
            float[] probabilities_C = scored.get(measured.get(n).image()).probabilities();
            System.arraycopy(probabilities_C, 0, probabilities_NC, n * classes, classes);
        }
        return Evaluation.of(
                new ClassProbabilities(measured.size(), classes, probabilities_NC),
                measured.stream().mapToInt(Snapshot.Labelled::label).toArray());
    }

    /**
     * The metrics.
     *
     * @param learnt how many labels the model learnt from: fewer than there are where images could not be read, or the graph
     *     is not rebuilt for few of them
     * @param evaluation null where no control image is labelled, and so nothing is known
     * @param labels the classes
     */
    static Map<String, Object> metrics(int learnt, Snapshot snapshot, Evaluation evaluation, List<LabelClass> labels) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put("trainingLabels", learnt);
        metrics.put("controlLabels", snapshot.control().size());
        if (evaluation != null) {
            metrics.put(
                    "accuracy",
                    Map.of(
                            "value", evaluation.accuracy().value(),
                            "low", evaluation.accuracy().low(),
                            "high", evaluation.accuracy().high(),
                            "n", evaluation.images()));
            metrics.put("balancedAccuracy", evaluation.balancedAccuracy());
            metrics.put("negativeLogLikelihood", evaluation.negativeLogLikelihood());
            metrics.put("brier", evaluation.brier());
            metrics.put("classes", classes(evaluation, labels));
            if (evaluation.images() >= ModelVersion.CALIBRATED_BY) {
                metrics.put("calibrationError", evaluation.calibrationError());
            }
        }
        return metrics;
    }

    /** Of each class that the control images have: its id, how many have it, and how many of them were found. */
    private static List<Map<String, Object>> classes(Evaluation evaluation, List<LabelClass> labels) {
        List<Map<String, Object>> classes = new ArrayList<>();
        for (LabelClass known : labels) {
            Evaluation.Found found = evaluation.classes().get(known.position());
            if (found.images() > 0) {
                classes.add(Map.of("class", known.id().value(), "right", found.right(), "n", found.images()));
            }
        }
        return classes;
    }
}
