package org.doubtless.project;

import org.doubtless.web.Problem;

/**
 * How a project draws, retrains and serves.
 *
 * @param controlShare the share of the pool that is kept as the control arm
 * @param retrainAfter a round starts by itself after so many new labels
 * @param leaseSeconds how long a claimed image stays with its annotator
 * @param samples draws from the posterior for each image
 */
public record ProjectSettings(double controlShare, int retrainAfter, int leaseSeconds, int samples) {
    public static final ProjectSettings DEFAULT = new ProjectSettings(0.1, 20, 900, 20);

    public ProjectSettings {
        require(controlShare >= 0 && controlShare <= 0.5, "controlShare", controlShare, "from 0 to 0.5");
        require(retrainAfter >= 1, "retrainAfter", retrainAfter, "1 or more");
        require(leaseSeconds >= 5, "leaseSeconds", leaseSeconds, "5 or more");
        require(samples >= 2 && samples <= 500, "samples", samples, "from 2 to 500");
    }

    private static void require(boolean holds, String name, Number value, String range) {
        if (!holds) {
            throw Problem.badRequest("setting", "The setting %s is %s; it must be %s.".formatted(name, value, range));
        }
    }
}
