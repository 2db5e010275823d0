package org.doubtless.learning.features;

/**
 * A part whose codes are known and whose principal components are still being measured.
 *
 * @param codes of an image
 * @param components how many to keep
 * @param whitening of the components, 0 to 1
 * @param moments of the codes seen so far
 */
record PlannedPart(CodeExtractor codes, int components, double whitening, CodeMoments moments) {

    PlannedPart(CodeExtractor codes, int components, double whitening) {
        this(codes, components, whitening, new CodeMoments(codes.columns()));
    }

    ReducedCodes reduced(long seed, Workers workers) {
        return new ReducedCodes(codes, Pca.fit(moments, components, whitening, seed, workers));
    }
}
