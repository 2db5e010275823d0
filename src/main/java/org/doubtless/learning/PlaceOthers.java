package org.doubtless.learning;

import java.util.Optional;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FloatMatrix;
import org.doubtless.learning.features.MedianPlaces;
import org.doubtless.learning.features.Nearest;
import org.doubtless.learning.features.Neighbours;
import org.doubtless.learning.uncertainty.Strangers;
import org.doubtless.learning.work.Cancellation;

/**
 * Puts images beyond a pool on its plane: each in the median of its neighbours' places, by the weights with which the plane's
 * own images were drawn together. An image's place and strangeness do not depend on which others are placed with it.
 */
public final class PlaceOthers {
    private final AutoLearner pool;
    private final FloatMatrix places_N2;
    private final Optional<Strangers> strangers;

    PlaceOthers(AutoLearner pool, FloatMatrix places_N2, Optional<Strangers> strangers) {
        if (places_N2.rows() != pool.images()) {
            throw new IllegalArgumentException(
                    "a plane of " + places_N2.rows() + " images is not that of a pool of " + pool.images());
        }
        this.pool = pool;
        this.places_N2 = places_N2;
        this.strangers = strangers;
    }

    /** @param near what {@link PreparedPool#near} found for the images */
    public PoolPlane place(FeatureMatrix images_QD, Neighbours near) {
        return new PoolPlane(
                MedianPlaces.of(near, places_N2),
                near,
                strangers.map(known -> known.shares(images_QD)).orElse(new double[images_QD.rows()]));
    }

    /** Of images that are placed together each one's nearest, of those that have the same nearest image in the pool. */
    public Nearest nearestOthers(FeatureMatrix images_QD, Neighbours near, Cancellation cancellation) {
        return pool.nearestOthers(images_QD, near, cancellation);
    }
}
