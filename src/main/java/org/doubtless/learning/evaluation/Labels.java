package org.doubtless.learning.evaluation;

import static java.util.Objects.requireNonNull;

import org.doubtless.learning.posterior.ClassProbabilities;

/** What every comparison with the truth asks of it. */
final class Labels {

    private Labels() {}

    static void require(ClassProbabilities probabilities, int... labels) {
        requireNonNull(probabilities, "probabilities is null");
        requireNonNull(labels, "labels is null");
        if (labels.length == 0 || labels.length != probabilities.images()) {
            throw new IllegalArgumentException(labels.length + " labels for " + probabilities.images()
                    + " predictions: give one label each, at least one");
        }
        for (int n = 0; n < labels.length; n++) {
            if (labels[n] < 0 || labels[n] >= probabilities.classes()) {
                throw new IllegalArgumentException("row " + n + " has the label " + labels[n] + ", but there are "
                        + probabilities.classes() + " classes");
            }
        }
    }
}
