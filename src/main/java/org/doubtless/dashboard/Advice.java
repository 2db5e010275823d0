package org.doubtless.dashboard;

/** The one sentence a lead can act on; nothing is said that the numbers do not carry. */
final class Advice {
    private Advice() {}

    static String of(
            long images,
            long labelled,
            long newLabels,
            long retrainAfter,
            ProjectStatus.Model model,
            ProjectStatus.Doubts doubts) {
        if (images == 0) {
            return "Add images first.";
        }
        if (model == null) {
            return labelled == 0
                    ? "Label the first images; after %d labels the first model learns by itself."
                            .formatted(retrainAfter)
                    : "%d more labels to the first model.".formatted(Math.max(0, retrainAfter - newLabels));
        }
        if (doubts == null) {
            return "Every image has its answer.";
        }
        double share = doubts.modelShare();
        return "Of the doubt that is left, %d\u00a0%% lies in the models and %d\u00a0%% in the images; only the first shrinks with labels."
                .formatted(Math.round(100 * share), 100 - Math.round(100 * share));
    }
}
