package org.doubtless.round.review;

import java.time.Instant;
import java.util.List;

/**
 * What the newest check found that nobody has looked at since.
 *
 * @param madeAt null where there was no check
 * @param job the one under way; null where none is
 */
public record LabelCheckView(Instant madeAt, int labels, int judged, int folds, Long job, List<Box> boxes) {
    /**
     * Labels that are suspect for one reason.
     *
     * @param reason {@code slip}: both doubts are low, yet the label is improbable; {@code unclear}: data doubt is high;
     *     {@code unknown}: model doubt is high
     * @param items the least probable first, not all where there are many
     */
    public record Box(String reason, int total, List<Suspect> items) {}

    /**
     * A label worth another look.
     *
     * @param by who said so last; null where a lead decided
     * @param probability of the label, and {@code likelihood} of the other class, by a model that has learnt neither
     */
    public record Suspect(
            long image,
            String filename,
            String label,
            String by,
            String likely,
            double probability,
            double likelihood,
            double model,
            double data) {}
}
