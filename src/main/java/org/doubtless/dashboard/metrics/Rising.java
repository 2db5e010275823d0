package org.doubtless.dashboard.metrics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts of rows that never fall, though rows go with their project: a count that fell would be taken for a restart. */
final class Rising {
    private final Map<List<String>, Double> seen = new HashMap<>();
    private final Map<List<String>, Double> gone = new HashMap<>();

    /** The count, and what has gone since this process looked first. */
    double of(List<String> key, double count) {
        double before = seen.getOrDefault(key, 0.0);
        if (count < before) {
            gone.merge(key, before - count, Double::sum);
        }
        seen.put(key, count);
        return count + gone.getOrDefault(key, 0.0);
    }
}
