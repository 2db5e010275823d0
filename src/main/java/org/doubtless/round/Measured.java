package org.doubtless.round;

import java.util.LinkedHashMap;
import java.util.Map;
import org.doubtless.learning.evaluation.Evaluation;

/** What a model was measured to be, as it is stored with it. */
final class Measured {
    private Measured() {}

    /** The metrics; {@code evaluation} is null where no control image is labelled, and so nothing is known. */
    static Map<String, Object> metrics(Snapshot snapshot, Evaluation evaluation) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put("trainingLabels", snapshot.training().size());
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
            metrics.put("calibrationError", evaluation.calibrationError());
        }
        return metrics;
    }
}
