package org.doubtless.learning.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;
import org.doubtless.learning.features.PictureSample;
import org.doubtless.learning.features.SampledRows;

/** Draws pictures of a sample and shows each twice, differently. */
record TwoViews(PictureSample sample, EncoderSettings settings) {

    /** The first views of B pictures, then the second of the same [2B, channels * height * width]. */
    NDArray draw(NDManager memory, SplittableRandom random) {
        int columns = sample.shape().columns();
        int[] rows = SampledRows.of(sample.pictures().rows(), settings.batch(), random);
        float[] views = new float[2 * rows.length * columns];
        float[] picture = new float[columns];
        for (int b = 0; b < rows.length; b++) {
            sample.pictures().copyRow(rows[b], picture, 0);
            for (int view = 0; view < 2; view++) {
                System.arraycopy(another(picture, random), 0, views, (view * rows.length + b) * columns, columns);
            }
        }
        return memory.create(views, new Shape(2L * rows.length, columns));
    }

    private float[] another(float[] picture, SplittableRandom random) {
        float[] view = picture;
        for (Augmentation augmentation : settings.ordered()) {
            view = augmentation.apply(view, sample.shape(), random);
        }
        return view;
    }
}
