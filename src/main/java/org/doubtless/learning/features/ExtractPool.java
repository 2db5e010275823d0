package org.doubtless.learning.features;

import static java.util.Objects.requireNonNull;

import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;

/**
 * Extracts the features of a whole pool, several images at once.
 *
 * <p>Each image is read, turned into its row and forgotten: memory is bounded by the features. The
 * result does not depend on the number of threads.
 */
public final class ExtractPool {

    private static final int BLOCK = 16;

    private final FeatureExtractor extractor;
    private final int parallelism;

    /**
     * @param extractor thread-safe
     * @param parallelism threads to use, at least 1
     */
    public ExtractPool(FeatureExtractor extractor, int parallelism) {
        this.extractor = requireNonNull(extractor, "extractor is null");
        this.parallelism = parallelism;
    }

    /**
     * The features [N,D] of the N images of a pool, in their order.
     *
     * @param progress hears of images
     * @throws org.doubtless.learning.work.CancelledLearning between some images, once asked to
     */
    public FeatureMatrix extract(ImageSource pool, Cancellation cancellation, Progress progress) {
        int columns = extractor.columns();
        float[] values_ND = new float[Math.multiplyExact(pool.size(), columns)];
        Steps steps = new Steps(progress, pool.size());
        try (Workers workers = new Workers(parallelism, cancellation)) {
            workers.each(pool.size(), BLOCK, (from, to) -> {
                for (int row = from; row < to; row++) {
                    System.arraycopy(extractor.extract(pool.read(row)), 0, values_ND, row * columns, columns);
                }
                steps.add(to - from);
            });
        }
        return FeatureMatrix.owning(columns, values_ND);
    }
}
