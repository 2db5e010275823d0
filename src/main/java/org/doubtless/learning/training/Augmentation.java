package org.doubtless.learning.training;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.doubtless.learning.features.FeatureShape;

/**
 * How one view of a picture may differ from another without showing another thing. Which of them hold is for whoever
 * knows the images: a mirrored 2 is no 2, a turned X-ray is none that anybody takes, and a stain's colour may be what
 * tells it.
 */
public enum Augmentation {
    /** A part of the picture, 40 to 100 % of its area, at full size. */
    CROP("crop") {
        @Override
        float[] apply(float[] picture, FeatureShape shape, SplittableRandom random) {
            double side = Math.sqrt(LEAST_AREA + (1 - LEAST_AREA) * random.nextDouble());
            double across = (1 - side) * (random.nextDouble() - 0.5) * (shape.width() - 1);
            double down = (1 - side) * (random.nextDouble() - 0.5) * (shape.height() - 1);
            return Resampled.of(picture, shape, side, 0, across, down);
        }
    },
    /** Left for right, every other time. */
    FLIP("flip") {
        @Override
        float[] apply(float[] picture, FeatureShape shape, SplittableRandom random) {
            return random.nextBoolean() ? picture : Resampled.mirrored(picture, shape);
        }
    },
    /** Turned by any angle. */
    ROTATION("rotation") {
        @Override
        float[] apply(float[] picture, FeatureShape shape, SplittableRandom random) {
            return Resampled.of(picture, shape, 1, 2 * Math.PI * random.nextDouble(), 0, 0);
        }
    },
    /** Brighter or darker by .2 at most, contrast times .6 to 1.4. */
    CONTRAST("contrast") {
        @Override
        float[] apply(float[] picture, FeatureShape shape, SplittableRandom random) {
            double contrast = 1 + STRENGTH * (2 * random.nextDouble() - 1);
            double brightness = STRENGTH / 2 * (2 * random.nextDouble() - 1);
            return scaled(picture, 0, picture.length, contrast, brightness);
        }
    },
    /** Each colour by itself times .6 to 1.4, and every fifth time grey. */
    COLOUR("colour") {
        @Override
        float[] apply(float[] picture, FeatureShape shape, SplittableRandom random) {
            int plane = shape.height() * shape.width();
            float[] view = picture;
            for (int channel = 0; channel < shape.channels(); channel++) {
                double gain = 1 + STRENGTH * (2 * random.nextDouble() - 1);
                view = scaled(view, channel * plane, (channel + 1) * plane, gain, 0);
            }
            return random.nextInt(GREY_EVERY) == 0 ? grey(view, plane) : view;
        }
    },
    /** Each number moved by chance, .05 in the standard deviation. */
    NOISE("noise") {
        @Override
        float[] apply(float[] picture, FeatureShape shape, SplittableRandom random) {
            float[] view = new float[picture.length];
            for (int i = 0; i < view.length; i++) {
                view[i] = within(picture[i] + NOISE_DEVIATION * random.nextGaussian());
            }
            return view;
        }
    };

    private static final double LEAST_AREA = 0.4;
    private static final double STRENGTH = 0.4;
    private static final double NOISE_DEVIATION = 0.05;
    private static final int GREY_EVERY = 5;

    private final String label;

    Augmentation(String label) {
        this.label = label;
    }

    /** The name that people and stored settings use. */
    public String label() {
        return label;
    }

    /** What is safe for images of any kind: crop, contrast and noise. */
    public static EnumSet<Augmentation> safe() {
        return EnumSet.of(CROP, CONTRAST, NOISE);
    }

    /**
     * The augmentation of a name.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static Augmentation named(String label) {
        return Arrays.stream(values())
                .filter(each -> each.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no augmentation \"" + label
                        + "\": choose some of "
                        + Arrays.stream(values()).map(Augmentation::label).collect(Collectors.joining(", "))));
    }

    /**
     * Another view of a picture.
     *
     * @param picture planes [channels, height, width] of brightness 0..1; not written to
     * @return of the same shape and range
     */
    abstract float[] apply(float[] picture, FeatureShape shape, SplittableRandom random);

    private static float[] scaled(float[] picture, int from, int to, double contrast, double brightness) {
        double mean = 0;
        for (int i = from; i < to; i++) {
            mean += picture[i] / (to - from);
        }
        float[] view = picture.clone();
        for (int i = from; i < to; i++) {
            view[i] = within(mean + contrast * (picture[i] - mean) + brightness);
        }
        return view;
    }

    private static float[] grey(float[] picture, int plane) {
        int channels = picture.length / plane;
        float[] view = new float[picture.length];
        for (int place = 0; place < plane; place++) {
            float sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += picture[channel * plane + place];
            }
            for (int channel = 0; channel < channels; channel++) {
                view[channel * plane + place] = sum / channels;
            }
        }
        return view;
    }

    private static float within(double brightness) {
        return (float) Math.min(1, Math.max(0, brightness));
    }
}
