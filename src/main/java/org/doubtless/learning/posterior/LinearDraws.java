package org.doubtless.learning.posterior;

import java.io.IOException;
import java.util.SplittableRandom;
import org.doubtless.learning.features.Dense;
import org.doubtless.learning.features.FloatMatrix;
import org.doubtless.learning.features.NumberReader;
import org.doubtless.learning.features.NumberWriter;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * Networks drawn from the posterior of a linear layer: S weight matrices, each the mean plus {@code
 * √scale L z}, {@code L Lᵀ} the covariance and z standard normal. Draw s is the same network for all
 * images. Immutable.
 */
public final class LinearDraws {

    private static final double JITTER = 1e-9;
    private static final int MOST_SAMPLES = 1_000;
    // Of some hundred images at once: a gigabyte.
    private static final int MOST_NUMBERS_OF_AN_IMAGE = 500_000;

    private final int samples;
    private final int outputs;
    private final FloatMatrix weights_DxSC;

    /**
     * Draws the networks.
     *
     * @param samples S, at least 1
     * @param scale by which the covariance is multiplied, such as {@link BayesianLinear#scale}
     * @param seed the same seed draws the same networks
     */
    public LinearDraws(BayesianLinear layer, int samples, double scale, long seed) {
        if (samples < 1) {
            throw new IllegalArgumentException(samples + " samples: draw at least 1");
        }
        this.samples = samples;
        this.outputs = layer.outputs();
        SplittableRandom random = new SplittableRandom(seed);
        DMatrixRMaj normal_DxSC = new DMatrixRMaj(layer.features(), samples * outputs);
        for (int i = 0; i < normal_DxSC.data.length; i++) {
            normal_DxSC.data[i] = random.nextGaussian();
        }
        DMatrixRMaj weights = Dense.product(root(layer.covariance()), normal_DxSC);
        CommonOps_DDRM.scale(Math.sqrt(scale), weights);
        DMatrixRMaj mean_DC = layer.mean();
        for (int d = 0; d < layer.features(); d++) {
            for (int i = 0; i < samples * outputs; i++) {
                weights.add(d, i, mean_DC.get(d, i % outputs));
            }
        }
        this.weights_DxSC = Dense.toFloats(weights);
    }

    private LinearDraws(int samples, int outputs, FloatMatrix weights_DxSC) {
        this.samples = samples;
        this.outputs = outputs;
        this.weights_DxSC = weights_DxSC;
    }

    /** Writes the networks. */
    public void writeTo(NumberWriter out) throws IOException {
        out.write(samples);
        out.write(outputs);
        out.write(weights_DxSC);
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @param features D
     * @throws IOException where the bytes are nothing of the kind
     */
    public static LinearDraws readFrom(NumberReader in, int features) throws IOException {
        int samples = in.readInt(1, MOST_SAMPLES);
        int outputs = in.readInt(1, MOST_NUMBERS_OF_AN_IMAGE / samples);
        FloatMatrix weights_DxSC = in.readMatrix();
        if (weights_DxSC.rows() != features || weights_DxSC.columns() != samples * outputs) {
            throw new IOException("weights of %,d x %,d numbers are not those of %,d networks"
                    .formatted(weights_DxSC.rows(), weights_DxSC.columns(), samples));
        }
        return new LinearDraws(samples, outputs, weights_DxSC);
    }

    /** L, lower, of {@code L Lᵀ}. */
    private static DMatrixRMaj root(DMatrixRMaj covariance_DD) {
        for (int d = 0; d < covariance_DD.getNumRows(); d++) {
            covariance_DD.add(d, d, JITTER);
        }
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky =
                DecompositionFactory_DDRM.chol(covariance_DD.getNumRows(), true);
        if (!cholesky.decompose(covariance_DD)) {
            throw new ArithmeticException("the covariance of " + covariance_DD.getNumRows()
                    + " weights is not positive: are all features finite?");
        }
        return cholesky.getT(null);
    }

    /** S. */
    public int samples() {
        return samples;
    }

    /** C. */
    public int outputs() {
        return outputs;
    }

    /** What every network gives for images [N,D]: [N,S*C], the classes of a network next to each other. */
    public FloatMatrix outputs(FloatMatrix images_ND) {
        return images_ND.times(weights_DxSC);
    }
}
