package org.doubtless.learning.posterior;

import static java.util.Objects.requireNonNull;

/**
 * Class probabilities [S,N,C] of N images under S networks drawn from a posterior. Immutable.
 */
public final class PosteriorSamples {

    // Softmax in 32 bits over some hundred classes is off by less than this.
    private static final double ROUNDING = 1e-3;

    private final int samples;
    private final int images;
    private final int classes;
    private final float[] probabilities_SNC;

    /**
     * Checks and keeps the probabilities; the array is taken over, not copied.
     *
     * @param samples S, at least 1
     * @param images N, at least 0
     * @param classes C, at least 2
     * @param probabilities_SNC S*N*C numbers, classes next to each other
     * @throws IllegalArgumentException where a size does not fit
     * @throws UnusableProbabilities where an image has a number that is not finite, lies outside
     *     [0,1], or whose probabilities do not sum to 1; it names the row
     */
    public PosteriorSamples(int samples, int images, int classes, float[] probabilities_SNC) {
        requireNonNull(probabilities_SNC, "probabilities is null");
        if (samples < 1 || images < 0 || classes < 2) {
            throw new IllegalArgumentException("a posterior needs at least 1 sample and 2 classes, not " + samples
                    + " samples of " + images + " images in " + classes + " classes");
        }
        if (probabilities_SNC.length != (long) samples * images * classes) {
            throw new IllegalArgumentException(probabilities_SNC.length + " probabilities are not " + samples
                    + " samples x " + images + " images x " + classes + " classes");
        }
        this.samples = samples;
        this.images = images;
        this.classes = classes;
        this.probabilities_SNC = probabilities_SNC;
        requireDistributions();
    }

    private void requireDistributions() {
        for (int s = 0; s < samples; s++) {
            for (int n = 0; n < images; n++) {
                double sum = 0;
                for (int c = 0; c < classes; c++) {
                    float p = probability(s, n, c);
                    // Written so that NaN fails it, too.
                    if (!(p >= -ROUNDING && p <= 1 + ROUNDING)) {
                        throw new UnusableProbabilities(
                                n, "sample " + s + " gives class " + c + " the probability " + p);
                    }
                    sum += p;
                }
                if (Math.abs(sum - 1) > ROUNDING) {
                    throw new UnusableProbabilities(n, "the probabilities of sample " + s + " sum to " + sum);
                }
            }
        }
    }

    /** S, the number of networks. */
    public int samples() {
        return samples;
    }

    /** N, the number of images. */
    public int images() {
        return images;
    }

    /** C, the number of classes. */
    public int classes() {
        return classes;
    }

    /** The probability that network {@code sample} gives {@code image} of being {@code clazz}. */
    public float probability(int sample, int image, int clazz) {
        return probabilities_SNC[(sample * images + image) * classes + clazz];
    }

    /**
     * Writes what one network says of some neighbouring images to the beginning of {@code target_RC}: the
     * quick way to read many.
     *
     * @param from the first image
     * @param to the last image, not included
     */
    public void copy(int sample, int from, int to, float[] target_RC) {
        System.arraycopy(probabilities_SNC, (sample * images + from) * classes, target_RC, 0, (to - from) * classes);
    }

    /** The posterior's prediction [N,C]: the mean over its networks. */
    public ClassProbabilities mean() {
        float[] mean_NC = new float[images * classes];
        for (int i = 0; i < mean_NC.length; i++) {
            double sum = 0;
            for (int s = 0; s < samples; s++) {
                sum += probabilities_SNC[s * mean_NC.length + i];
            }
            mean_NC[i] = (float) Math.min(1, Math.max(0, sum / samples));
        }
        return new ClassProbabilities(images, classes, mean_NC);
    }
}
