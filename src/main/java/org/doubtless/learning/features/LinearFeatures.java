package org.doubtless.learning.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the features of the linear layer from the features of images and where these lie on the graph.
 *
 * @param parts which columns belong together
 * @param landmarks of each part
 */
record LinearFeatures(List<FeaturePart> parts, List<KernelLandmarks> landmarks) {

    private static final double SPECTRAL_SHARE = 0.4;

    LinearFeatures {
        parts = List.copyOf(parts);
        landmarks = List.copyOf(landmarks);
    }

    /** The parts of each row by themselves, brought to length 1. */
    static List<FloatMatrix> unitParts(FeatureMatrix images_ND, List<FeaturePart> parts) {
        FloatMatrix images = FloatMatrix.of(images_ND);
        List<FloatMatrix> unit = new ArrayList<>();
        for (FeaturePart part : parts) {
            FloatMatrix columns = images.columns(part.from(), part.to());
            double[] squares = columns.squaredLengths();
            for (int i = 0; i < columns.values().length; i++) {
                double square = squares[i / columns.columns()];
                columns.values()[i] *= square == 0 ? 0 : (float) (1 / Math.sqrt(square));
            }
            unit.add(columns);
        }
        return unit;
    }

    /** Side by side, so that the squared distance is the mean over the parts. */
    static FloatMatrix joined(List<FloatMatrix> parts) {
        FloatMatrix joined = FloatMatrix.beside(parts);
        float scale = (float) (1 / Math.sqrt(parts.size()));
        for (int i = 0; i < joined.values().length; i++) {
            joined.values()[i] *= scale;
        }
        return joined;
    }

    /** {@code [√0.4 Ψ, √(0.6/P) landmarks_1, ..., √(0.6/P) landmarks_P]}, [N,F]. */
    FloatMatrix of(FloatMatrix fine_NM, List<FloatMatrix> unitParts) {
        List<FloatMatrix> blocks = new ArrayList<>();
        blocks.add(times(fine_NM, Math.sqrt(SPECTRAL_SHARE)));
        double share = (1 - SPECTRAL_SHARE) / unitParts.size();
        for (int part = 0; part < unitParts.size(); part++) {
            blocks.add(times(landmarks.get(part).coordinates(unitParts.get(part)), Math.sqrt(share)));
        }
        return FloatMatrix.beside(blocks);
    }

    private static FloatMatrix times(FloatMatrix matrix, double factor) {
        double[] factors = new double[matrix.columns()];
        Arrays.fill(factors, factor);
        return matrix.scaled(factors);
    }
}
