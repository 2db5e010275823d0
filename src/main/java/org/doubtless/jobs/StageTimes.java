package org.doubtless.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** How long a job was at each of its stages; the numbers in a stage's name are left out, so that jobs can be compared. */
final class StageTimes {
    private static final Pattern NUMBERS = Pattern.compile("\\s*[0-9][0-9.,]*");

    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private String stage;
    private Instant since;

    void begin(String name, Instant now) {
        end(now);
        stage = NUMBERS.matcher(name).replaceAll("").strip();
        since = now;
    }

    void end(Instant now) {
        if (stage != null) {
            seconds.merge(stage, Duration.between(since, now).toMillis() / 1000.0, Double::sum);
            stage = null;
        }
    }

    Map<String, Double> seconds() {
        return new LinkedHashMap<>(seconds);
    }
}
