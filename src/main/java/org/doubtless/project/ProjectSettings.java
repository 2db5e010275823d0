package org.doubtless.project;

import java.util.Objects;
import org.doubtless.web.Problem;

/**
 * How a project draws, retrains and serves.
 *
 * @param controlShare the share of the pool that is kept as the control arm
 * @param retraining when a round starts by itself
 * @param leaseSeconds how long a claimed image stays with its annotator
 * @param samples draws from the posterior for each image
 * @param automatic whether predictions stand as labels
 * @param overlap how many people answer an image
 * @param thresholds from which doubts on they are high
 * @param checks how often people are asked what is known already
 * @param showWhy whether people see why an image is asked
 */
public record ProjectSettings(
        double controlShare,
        Retraining retraining,
        int leaseSeconds,
        int samples,
        AutomaticRule automatic,
        Overlap overlap,
        Thresholds thresholds,
        Checks checks,
        boolean showWhy) {
    public static final ProjectSettings DEFAULT = new ProjectSettings(
            0.1, Retraining.GROWS, 900, 20, AutomaticRule.OFF, Overlap.NONE, Thresholds.FROM_DATA, Checks.NONE, true);

    public ProjectSettings {
        require(controlShare >= 0 && controlShare <= 0.5, "controlShare", controlShare, "from 0 to 0.5");
        Objects.requireNonNull(retraining, "retraining is null");
        Objects.requireNonNull(automatic, "automatic is null");
        Objects.requireNonNull(overlap, "overlap is null");
        Objects.requireNonNull(thresholds, "thresholds is null");
        Objects.requireNonNull(checks, "checks is null");
        require(leaseSeconds >= 5, "leaseSeconds", leaseSeconds, "5 or more");
        require(samples >= 2 && samples <= 500, "samples", samples, "from 2 to 500");
    }

    /** With a round after every so many new labels. */
    public ProjectSettings(double controlShare, int retrainAfter, int leaseSeconds, int samples) {
        this(
                controlShare,
                Retraining.afterLabels(retrainAfter),
                leaseSeconds,
                samples,
                AutomaticRule.OFF,
                Overlap.NONE,
                Thresholds.FROM_DATA,
                Checks.NONE,
                true);
    }

    ProjectSettings with(Retraining other) {
        return new ProjectSettings(
                controlShare, other, leaseSeconds, samples, automatic, overlap, thresholds, checks, showWhy);
    }

    ProjectSettings with(AutomaticRule other) {
        return new ProjectSettings(
                controlShare, retraining, leaseSeconds, samples, other, overlap, thresholds, checks, showWhy);
    }

    ProjectSettings with(Overlap other) {
        return new ProjectSettings(
                controlShare, retraining, leaseSeconds, samples, automatic, other, thresholds, checks, showWhy);
    }

    ProjectSettings with(Thresholds other) {
        return new ProjectSettings(
                controlShare, retraining, leaseSeconds, samples, automatic, overlap, other, checks, showWhy);
    }

    ProjectSettings with(Checks other) {
        return new ProjectSettings(
                controlShare, retraining, leaseSeconds, samples, automatic, overlap, thresholds, other, showWhy);
    }

    ProjectSettings withWhy(boolean shown) {
        return new ProjectSettings(
                controlShare, retraining, leaseSeconds, samples, automatic, overlap, thresholds, checks, shown);
    }

    ProjectSettings withLease(int seconds) {
        return new ProjectSettings(
                controlShare, retraining, seconds, samples, automatic, overlap, thresholds, checks, showWhy);
    }

    static void require(boolean holds, String name, Number value, String range) {
        if (!holds) {
            throw Problem.badRequest("setting", "The setting %s is %s; it must be %s.".formatted(name, value, range));
        }
    }
}
