package org.doubtless.round.curve;

import java.util.List;
import org.doubtless.learning.evaluation.CurvePoint;
import org.doubtless.learning.evaluation.Proportion;

/**
 * A round whose model was held against the labelled control images of its moment.
 *
 * @param published false where its model was worse than the one before and only kept
 * @param labels that it learnt from
 * @param minutes that all answers before it took, those of the control arm included
 * @param classes of each class that those control images had; empty for rounds from before they were counted
 */
record MeasuredRound(
        int number,
        int model,
        boolean published,
        int labels,
        double minutes,
        Proportion accuracy,
        int controlImages,
        List<OfClass> classes) {

    /** Of {@code images} control images of a class, {@code right} were found. */
    record OfClass(long id, int right, int images) {}

    CurvePoint point() {
        return new CurvePoint(labels, accuracy.value(), controlImages);
    }
}
