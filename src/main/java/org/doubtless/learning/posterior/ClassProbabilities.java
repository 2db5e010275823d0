package org.doubtless.learning.posterior;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;

/** One distribution over C classes for each of N images, [N,C]. Immutable. */
public final class ClassProbabilities {

    private final int images;
    private final int classes;
    private final float[] probabilities_NC;

    /**
     * Takes over the array.
     *
     * @param probabilities_NC N*C finite numbers of [0,1], classes next to each other
     */
    public ClassProbabilities(int images, int classes, float[] probabilities_NC) {
        requireNonNull(probabilities_NC, "probabilities is null");
        if (images < 0 || classes < 2 || probabilities_NC.length != (long) images * classes) {
            throw new IllegalArgumentException(
                    probabilities_NC.length + " probabilities are not " + images + " images x " + classes + " classes");
        }
        for (int i = 0; i < probabilities_NC.length; i++) {
            if (!(probabilities_NC[i] >= 0 && probabilities_NC[i] <= 1)) {
                throw new UnusableProbabilities(
                        i / classes, "class " + i % classes + " has the probability " + probabilities_NC[i]);
            }
        }
        this.images = images;
        this.classes = classes;
        this.probabilities_NC = probabilities_NC;
    }

    /** Chunks [N1,C], [N2,C], ... as one [N1+N2+...,C]. */
    public static ClassProbabilities concatenate(int classes, List<ClassProbabilities> chunks) {
        int images = chunks.stream().mapToInt(chunk -> chunk.images).sum();
        float[] all = new float[Math.multiplyExact(images, classes)];
        int at = 0;
        for (ClassProbabilities chunk : chunks) {
            System.arraycopy(chunk.probabilities_NC, 0, all, at, chunk.probabilities_NC.length);
            at += chunk.probabilities_NC.length;
        }
        return new ClassProbabilities(images, classes, all);
    }

    /** N, the number of images. */
    public int images() {
        return images;
    }

    /** C, the number of classes. */
    public int classes() {
        return classes;
    }

    /** The probability that {@code image} is {@code clazz}. */
    public float at(int image, int clazz) {
        return probabilities_NC[image * classes + clazz];
    }

    /** The C probabilities of one image; a copy. */
    public float[] row(int image) {
        return Arrays.copyOfRange(probabilities_NC, image * classes, (image + 1) * classes);
    }

    /** The likeliest class of an image; of equals the first. */
    public int predicted(int image) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            if (at(image, c) > at(image, best)) {
                best = c;
            }
        }
        return best;
    }
}
