package org.doubtless.learning.uncertainty;

import org.doubtless.learning.features.FeatureMatrix;

/** How far rows are from what is known. */
sealed interface Strangeness permits Reconstruction, Neighbourhood {

    /** One number a row, at least 0. */
    double[] distances(FeatureMatrix rows_ND);

    /** D. */
    int columns();
}
