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
        if (!doubts.apart()) {
            return "The two doubts cannot be told apart yet: below about %d labels, part of what looks like data doubt may be what the model has not learnt."
                    .formatted(ProjectStatus.Doubts.LABELS_TO_TELL_APART);
        }
        double share = doubts.modelShare();
        return "Of the doubt that is left, %d\u00a0%% is model doubt, which labels shrink, and %d\u00a0%% data doubt, as far as the models tell."
                .formatted(Math.round(100 * share), 100 - Math.round(100 * share));
    }
}
