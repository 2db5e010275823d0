package org.doubtless.exchange;

import java.time.Instant;
import java.util.List;

/**
 * An image of an export.
 *
 * @param label null where it has none
 * @param path of its file in an image folder; null in other formats
 * @param score null where no model has scored it, or doubts are not asked for
 */
record ExportedImage(
        long id,
        String filename,
        String sha256,
        int width,
        int height,
        long bytes,
        String arm,
        String state,
        Label label,
        String path,
        Answers answers,
        Score score) {

    record Label(long id, String name) {}

    /**
     * Where its label comes from.
     *
     * @param source person, consensus, adjudication or automatic; null where there is no label yet
     * @param readers how many people's answers stand
     * @param agreement the largest share of them that said the same; null where fewer than two were asked and answered
     * @param milliseconds that people took, all together; null where nothing was measured
     * @param annotators whose answers stand, as ids or names, oldest answer first
     * @param decidedBy whose decision holds; null where none does
     */
    record Answers(
            String source,
            int readers,
            Double agreement,
            Instant at,
            Long milliseconds,
            List<?> annotators,
            Object decidedBy) {}

    /** What the published model, which has this number, says of it. */
    record Score(int model, String prediction, Float probability, float modelDoubt, float dataDoubt) {}

    /** What was found out about the image itself; null where it is not settled. */
    String outcome() {
        return switch (state) {
            case "labelled", "cannot_tell", "flagged" -> state;
            default -> null;
        };
    }
}
