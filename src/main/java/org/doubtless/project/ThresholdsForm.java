package org.doubtless.project;

import java.util.HashMap;
import java.util.Map;

/**
 * What the settings page was sent about the routes, word for word, and what is wrong with it, by field.
 *
 * @param fromData whether the data decide
 */
record ThresholdsForm(boolean fromData, String model, String data, Map<String, String> errors) {
    static ThresholdsForm of(Project project) {
        return new ThresholdsForm(
                project.settings().thresholds().fromData(),
                OverlapForm.number("0.00", project.thresholds().model()),
                OverlapForm.number("0.00", project.thresholds().data()),
                Map.of());
    }

    static ThresholdsForm sent(String by, String model, String data) {
        boolean fromData = !"hand".equals(by);
        Map<String, String> errors = new HashMap<>();
        if (!fromData) {
            check(errors, "model_threshold", model);
            check(errors, "data_threshold", data);
        }
        return new ThresholdsForm(fromData, model, data, errors);
    }

    /** Whether they can be kept; where nothing was sent, they are those in force. */
    public boolean right() {
        return errors.isEmpty();
    }

    /** The error of this field; empty where it is right. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    Thresholds thresholds() {
        return fromData ? Thresholds.FROM_DATA : new Thresholds(OverlapForm.read(model), OverlapForm.read(data));
    }

    private static void check(Map<String, String> errors, String field, String text) {
        double number = OverlapForm.read(text);
        if (!(number >= 0 && number <= 1)) {
            errors.put(field, "Give a number from 0.00 to 1.00.");
        }
    }
}
