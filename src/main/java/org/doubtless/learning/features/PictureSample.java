package org.doubtless.learning.features;

import static java.util.Objects.requireNonNull;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;

/**
 * Some pictures of a pool, all brought to one size, for what is trained on the pool before anybody labels it.
 *
 * @param shape of each
 * @param pictures [N, channels * height * width], brightness 0..1
 */
public record PictureSample(FeatureShape shape, FeatureMatrix pictures) {

    /** Of a larger pool so many are drawn: some 120 MB of 32x32 pixels in colour. */
    public static final int MOST = 10_000;

    private static final int LOOKS = 200;

    public PictureSample {
        requireNonNull(shape, "shape is null");
        requireNonNull(pictures, "pictures is null");
        if (pictures.columns() != shape.columns()) {
            throw new IllegalArgumentException(
                    "rows of " + pictures.columns() + " numbers are no pictures of the shape " + shape);
        }
    }

    /**
     * Draws and reads them.
     *
     * @param seed of the draw
     * @param parallelism threads to use; the result does not depend on it
     * @throws org.doubtless.learning.work.CancelledLearning between some images, once asked to
     */
    public static PictureSample take(
            ImageSource pool, long seed, int parallelism, Cancellation cancellation, Progress progress) {
        int[] rows = SampledRows.drawn(pool.size(), MOST, new SplittableRandom(seed));
        FeatureShapeChoice choice = new FeatureShapeChoice(FeatureShapeChoice.DEFAULT_SIDE);
        for (int look = 0; look < Math.min(LOOKS, rows.length); look++) {
            choice.see(pool.read(rows[look]));
        }
        FeatureShape shape =
                choice.fitted(Math.min(choice.longest(), FeatureShapeChoice.DEFAULT_SIDE), EncoderNetwork.LEAST_SIDE);
        ImageSource drawn = new ImageSource() {
            @Override
            public int size() {
                return rows.length;
            }

            @Override
            public BufferedImage read(int row) {
                return pool.read(rows[row]);
            }
        };
        return new PictureSample(
                shape, new ExtractPool(new PixelFeatures(shape), parallelism).extract(drawn, cancellation, progress));
    }
}
