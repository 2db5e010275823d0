package org.doubtless.round.curve;

import java.util.List;
import org.doubtless.learning.evaluation.Proportion;

/**
 * How accuracy grew with labels, and how it goes on if it goes on so.
 *
 * @param rounds that were measured on the control arm, oldest first
 * @param labels there are to train on now; null for those who must not tell the arms apart
 * @param minutesPerLabel that one more takes; null where no time was recorded, and for those who must not tell the arms apart
 * @param ahead the curve from the newest round on; empty before two rounds, and for those who must not tell the arms apart
 * @param limit what it never passes however many labels there are, or null
 * @param next what the next labels are likely to bring, or null
 * @param classes the same rounds by class, in the order of the project's classes, those that the control arm has; empty for
 *     those who must not tell the arms apart
 */
public record LearningCurveView(
        List<Round> rounds,
        Integer labels,
        Double minutesPerLabel,
        List<Ahead> ahead,
        Share limit,
        Forecast.Next next,
        List<OfClass> classes) {

    /** A share with its 95 % interval. */
    public record Share(double value, double low, double high) {
        static Share of(Proportion share) {
            return new Share(share.value(), share.low(), share.high());
        }
    }

    /**
     * A round.
     *
     * @param published false where its model was only kept
     * @param minutes that all answers before it took; null for those who must not tell the arms apart
     * @param accuracy with Wilson's 95 % interval, on {@code controlImages}
     */
    public record Round(
            int number, int model, boolean published, int labels, Double minutes, Share accuracy, int controlImages) {}

    /** The accuracy to expect of so many labels, with its 95 % interval, and the minutes that they take. */
    public record Ahead(int labels, Double minutes, Share accuracy) {}

    /** A class and the rounds that had control images of it. */
    public record OfClass(long id, String name, List<ClassRound> rounds) {}

    /** Of {@code images} control images of the class, {@code right} were found; the share with Wilson's 95 % interval. */
    public record ClassRound(int number, int labels, Double minutes, int right, int images, Share found) {}
}
