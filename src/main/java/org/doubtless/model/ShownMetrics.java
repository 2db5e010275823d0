package org.doubtless.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.doubtless.project.ShowArm;

/** A model's metrics as far as a reader may know them. */
final class ShownMetrics {
    private static final Set<String> COUNTS = Set.of("trainingLabels", "controlLabels", "n");

    private ShownMetrics() {}

    static Map<String, Object> of(Map<String, Object> metrics, ShowArm showArm) {
        if (showArm == ShowArm.YES) {
            return metrics;
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        metrics.forEach((name, value) -> {
            // Of few images each: rounded shares would still tell them.
            if (!name.equals("classes")) {
                shown.put(name, blind(name, value));
            }
        });
        return shown;
    }

    private static Object blind(String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            return name.equals("comparison") ? comparison(map) : blind(map);
        }
        if (value instanceof Number number) {
            return COUNTS.contains(name)
                    ? (Object) ShowArm.NO.count(number.intValue())
                    : (Object) ShowArm.NO.share(number.doubleValue());
        }
        return value;
    }

    private static Map<String, Object> blind(Map<?, ?> map) {
        Map<String, Object> shown = new LinkedHashMap<>();
        map.forEach((name, value) -> shown.put(name.toString(), blind(name.toString(), value)));
        return shown;
    }

    /** Only what came of it. */
    private static Map<String, Object> comparison(Map<?, ?> map) {
        Map<String, Object> shown = new LinkedHashMap<>();
        Object with = map.get("with");
        shown.put("with", with);
        boolean worse = map.get("high") instanceof Number high && high.doubleValue() < 0;
        boolean better = map.get("low") instanceof Number low && low.doubleValue() > 0;
        shown.put("sentence", Comparison.blindSentence(with, worse, better));
        return shown;
    }
}
