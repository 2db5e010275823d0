package org.doubtless.jobs;

import java.util.Map;
import java.util.Objects;

/**
 * A job to start.
 *
 * @param kind names the {@link JobKind} that does the work
 * @param title what people read, for instance "Import of trap-05-18.zip"
 * @param project the project it belongs to, or null
 * @param createdBy the account that asked for it, or null when the program did
 * @param parameters what the kind needs to know; stored as JSON
 */
public record NewJob(String kind, String title, Long project, Long createdBy, Map<String, Object> parameters) {
    public NewJob {
        Objects.requireNonNull(kind, "kind is null");
        Objects.requireNonNull(title, "title is null");
        parameters = Map.copyOf(parameters);
    }
}
