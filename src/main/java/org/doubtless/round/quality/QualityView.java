package org.doubtless.round.quality;

import java.util.List;
import org.doubtless.learning.evaluation.Proportion;

/**
 * How good a model is, on the control images that it has scored, with their labels of now.
 *
 * @param images n; 0 where its scores are gone or none of them is labelled, and then all else is empty or null
 * @param accuracy with Wilson's 95 % interval
 * @param classes those that have control images or that the model takes some for, in the order of the project
 * @param cells which class was taken for which: those that occur, right ones included
 * @param reliability predictions of about the same confidence: bins that have some, from unsure to sure
 * @param averageGap of its percentages, 0.01 being a point; null of so few images that it would be mostly chance
 * @param gapKnownFrom so many images
 * @param answering what comes of it when only the surest are answered, from few to all
 */
public record QualityView(
        int model,
        int images,
        int right,
        Share accuracy,
        List<OfClass> classes,
        List<Cell> cells,
        List<Bin> reliability,
        Double averageGap,
        int gapKnownFrom,
        List<Answering> answering) {

    /** A share with Wilson's 95 % interval. */
    public record Share(double value, double low, double high) {
        static Share of(int successes, int trials) {
            Proportion share = Proportion.wilson(successes, trials);
            return new Share(share.value(), share.low(), share.high());
        }
    }

    /**
     * A class.
     *
     * @param images of it, of which {@code right} were found: {@code found} is their share, null without images
     * @param said how often the model says it; {@code precision} is how often it is then right, null where it never does
     */
    public record OfClass(long id, String name, int images, int right, Share found, int said, Share precision) {}

    /** So many images of one class that were taken for another, and their mean doubts divided by log C. */
    public record Cell(long truth, long predicted, int images, double model, double data) {}

    /** Predictions with a confidence in (low, high], their mean confidence, and how many of them are right. */
    public record Bin(double low, double high, int images, double confidence, int right, Share share) {}

    /**
     * The {@code answered} surest images.
     *
     * @param least the confidence of the least sure of them
     * @param wrong of them; where images of the same confidence are on both sides, as many as there are on average
     * @param risk wrong of answered, with Wilson's 95 % interval of the nearest whole number of errors
     */
    public record Answering(int answered, double coverage, double least, double wrong, Share risk) {}
}
