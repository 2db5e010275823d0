package org.doubtless.learning.training;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How to train an encoder.
 *
 * @param steps at least 1
 * @param batch pictures of a step, each seen in two views; at least 2
 * @param learningRate the highest; it falls to 0 along a cosine
 * @param temperature by which likeness is divided; the lower, the more the hardest other pictures count
 * @param augmentations how views may differ; at least one
 */
public record EncoderSettings(
        int steps, int batch, double learningRate, double temperature, Set<Augmentation> augmentations) {

    public EncoderSettings {
        if (steps < 1 || batch < 2) {
            throw new IllegalArgumentException("steps " + steps + " and batch " + batch
                    + ": give at least 1 step and 2 pictures, for one is to be told from others");
        }
        if (!(learningRate > 0 && learningRate < 1) || !(temperature > 0 && temperature <= 1)) {
            throw new IllegalArgumentException("learning rate " + learningRate + " and temperature " + temperature
                    + " must lie above 0, below 1 and up to 1");
        }
        if (augmentations.isEmpty()) {
            throw new IllegalArgumentException("two views without any augmentation are one: name at least one");
        }
        augmentations = Set.copyOf(EnumSet.copyOf(augmentations));
    }

    /** Minutes on one processor: 1,000 steps of 64 pictures, views that are safe for images of any kind. */
    public static EncoderSettings defaults() {
        return new EncoderSettings(1_000, 64, 1e-3, 0.2, Augmentation.safe());
    }

    /** The same with other steps. */
    public EncoderSettings withSteps(int other) {
        return new EncoderSettings(other, batch, learningRate, temperature, augmentations);
    }

    /** The same with other views. */
    public EncoderSettings withAugmentations(Collection<Augmentation> others) {
        return new EncoderSettings(steps, batch, learningRate, temperature, Set.copyOf(others));
    }

    /** In the order in which they are applied, the same on every machine. */
    EnumSet<Augmentation> ordered() {
        return EnumSet.copyOf(augmentations);
    }

    /** All of it in one line; two settings with the same line train the same. */
    public String text() {
        return "%d steps of %d, rate %s, temperature %s, %s"
                .formatted(
                        steps,
                        batch,
                        learningRate,
                        temperature,
                        ordered().stream().map(Augmentation::label).collect(Collectors.joining("+")));
    }

    /** The rate of a step, 1 to {@link #steps}. */
    double rate(int step) {
        return learningRate * (1 + Math.cos(Math.PI * (step - 1) / steps)) / 2;
    }
}
