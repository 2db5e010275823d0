package org.doubtless.annotation;

import org.doubtless.pool.ImageId;
import org.doubtless.project.LabelSchema;
import org.doubtless.web.Problem;

/** An answer as it is sent. */
record NewAnnotation(
        Long image,
        String outcome,
        String label,
        String note,
        String clientKey,
        String corrects,
        Integer milliseconds,
        String shown) {

    /** The answer that was sent, or a problem that says what is wrong with it. */
    static Answer read(NewAnnotation sent, LabelSchema labels) {
        if (sent == null || sent.image() == null) {
            throw Problem.badRequest("image", "The answer names no image. Send {\"image\": id, \"outcome\": …}.");
        }
        return new Answer(
                new ImageId(sent.image()),
                outcome(sent, labels),
                sent.note(),
                sent.clientKey(),
                sent.corrects(),
                sent.milliseconds(),
                Shown.of(sent.shown()));
    }

    private static AnnotationOutcome outcome(NewAnnotation sent, LabelSchema labels) {
        if (sent.outcome() == null) {
            throw unknownOutcome(sent);
        }
        boolean labelled = sent.outcome().equals("labelled");
        if (labelled == (sent.label() == null)) {
            throw Problem.badRequest(
                    "label",
                    labelled
                            ? "The answer for image " + sent.image() + " is 'labelled' but has no label."
                            : "The answer for image " + sent.image() + " is '" + sent.outcome()
                                    + "' and has a label too; send one or the other.");
        }
        return switch (sent.outcome()) {
            case "labelled" ->
                new AnnotationOutcome.Labelled(labels.named(sent.label()).id());
            case "cannot_tell" -> new AnnotationOutcome.CannotTell();
            case "skipped" -> new AnnotationOutcome.Skipped();
            case "flagged" -> new AnnotationOutcome.Flagged();
            default -> throw unknownOutcome(sent);
        };
    }

    private static Problem unknownOutcome(NewAnnotation sent) {
        return Problem.badRequest(
                "outcome",
                "The answer for image " + sent.image() + " has the outcome " + sent.outcome()
                        + ". Send labelled, cannot_tell, skipped or flagged.");
    }
}
