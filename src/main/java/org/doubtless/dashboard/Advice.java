package org.doubtless.dashboard;

import org.doubtless.round.NextRound;

/** The one sentence a lead can act on; nothing is said that the numbers do not carry. */
final class Advice {
    private Advice() {}

    static String of(
            long images, long labelled, NextRound next, ProjectStatus.Model model, ProjectStatus.Doubts doubts) {
        if (images == 0) {
            return "Add images first.";
        }
        if (model == null) {
            return labelled == 0 && next.labelsNeeded() != null
                    ? "Label the first images; after %d labels the first model learns by itself."
                            .formatted(next.labelsNeeded())
                    : next.sentence();
        }
        if (doubts == null) {
            return "Every image has its answer.";
        }
        double share = doubts.modelShare();
        return "Of the doubt that is left, %d\u00a0%% lies in the models and %d\u00a0%% in the images; only the first shrinks with labels."
                .formatted(Math.round(100 * share), 100 - Math.round(100 * share));
    }
}
