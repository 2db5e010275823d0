package org.doubtless.learning;

import java.io.IOException;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FloatMatrix;
import org.doubtless.learning.features.NumberReader;
import org.doubtless.learning.features.NumberWriter;
import org.doubtless.learning.features.PoolFeatures;
import org.doubtless.learning.features.PoolReference;
import org.doubtless.learning.posterior.LinearDraws;
import org.doubtless.learning.posterior.PosteriorSamples;

/**
 * As much of what the recipe has learnt as images outside the pool are answered by: everything solved, so that nothing is
 * solved again. Immutable.
 */
final class OutsideModel {

    private final PoolReference pool;
    private final FloatMatrix mean_FC;
    private final FloatMatrix potential_NK;
    private final ReadDraws draws;

    /**
     * @param mean_FC weights of the linear layer
     * @param potential_NK of the pool's images, of the classes that have labels
     */
    OutsideModel(PoolReference pool, FloatMatrix mean_FC, FloatMatrix potential_NK, ReadDraws draws) {
        this.pool = pool;
        this.mean_FC = mean_FC;
        this.potential_NK = potential_NK;
        this.draws = draws;
    }

    /** C. */
    int classes() {
        return mean_FC.columns();
    }

    /** How many classes have labels. */
    int classesSeen() {
        return draws.drawn().seen();
    }

    /** N, the images of the pool's graph. */
    int images() {
        return pool.images();
    }

    /** D. */
    int columns() {
        return pool.columns();
    }

    PosteriorSamples sample(FeatureMatrix images_QD) {
        return draws.sample(
                images_QD.rows(),
                (from, to) -> evidence(pool.outside(images_QD.range(from, to)), mean_FC, potential_NK));
    }

    static ReadDraws.Evidence evidence(PoolFeatures.Outside outside, FloatMatrix mean_FC, FloatMatrix potential_NK) {
        return new ReadDraws.Evidence(
                outside.linear_QF(),
                outside.linear_QF().times(mean_FC),
                outside.near().average(potential_NK));
    }

    /** @param pool_ND the features that the pool was made ready from */
    void writeTo(NumberWriter out, FeatureMatrix pool_ND) throws IOException {
        pool.writeTo(out, pool_ND);
        out.write(mean_FC);
        out.write(potential_NK);
        draws.drawn().writeTo(out);
        draws.draws().writeTo(out);
    }

    static OutsideModel readFrom(NumberReader in) throws IOException {
        PoolReference pool = PoolReference.readFrom(in);
        FloatMatrix mean_FC = in.readMatrix();
        FloatMatrix potential_NK = in.readMatrix();
        if (mean_FC.rows() != pool.linearColumns() || mean_FC.columns() < 2 || potential_NK.rows() != pool.images()) {
            throw new IOException("its weights or potentials do not fit its pool");
        }
        DrawnReadOut drawn = DrawnReadOut.readFrom(in, mean_FC.columns());
        LinearDraws draws = LinearDraws.readFrom(in, mean_FC.rows());
        if (drawn.seen() != potential_NK.columns() || draws.outputs() != mean_FC.columns()) {
            throw new IOException("its networks do not fit its classes");
        }
        return new OutsideModel(pool, mean_FC, potential_NK, new ReadDraws(draws, drawn));
    }
}
