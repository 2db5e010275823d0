package org.doubtless.learning.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;
import org.doubtless.learning.features.FeatureShape;

/** Deals the labelled images out in ever new orders, each a little shifted. */
final class Batches {

    // An object two pixels further is the same object; more could push a small one out.
    private static final int SHIFT_SHARE = 14;

    private final TrainingSet labelled;
    private final FeatureShape shape;
    private final int[] rows;
    private final int size;
    private final SplittableRandom random;
    private int next;

    /** @param rows of {@code labelled} to deal out; at least one */
    Batches(TrainingSet labelled, FeatureShape shape, int[] rows, int most, SplittableRandom random) {
        this.labelled = labelled;
        this.shape = shape;
        this.rows = rows.clone();
        this.size = Math.min(most, rows.length);
        this.random = random;
        this.next = rows.length;
    }

    /** B, the number of images of a batch. */
    int size() {
        return size;
    }

    /**
     * The next images [B,D] and their targets [B,C], 1 at the label times the weight of its class.
     */
    Batch next(NDManager memory) {
        int columns = shape.columns();
        float[] images_BD = new float[size * columns];
        float[] targets_BC = new float[size * labelled.classes()];
        float[] image = new float[columns];
        for (int b = 0; b < size; b++) {
            int row = deal();
            labelled.features().copyRow(row, image, 0);
            shift(image, images_BD, b * columns);
            int label = labelled.label(row);
            targets_BC[b * labelled.classes() + label] = (float) labelled.weight(label);
        }
        return new Batch(
                memory.create(images_BD, new Shape(size, columns)),
                memory.create(targets_BC, new Shape(size, labelled.classes())));
    }

    private int deal() {
        if (next == rows.length) {
            next = 0;
            for (int i = rows.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int row = rows[i];
                rows[i] = rows[other];
                rows[other] = row;
            }
        }
        return rows[next++];
    }

    /** Moves the picture by up to a few pixels; what comes in at the edge repeats the edge. */
    private void shift(float[] image, float[] target, int offset) {
        int most = Math.min(shape.height(), shape.width()) / SHIFT_SHARE;
        int down = random.nextInt(-most, most + 1);
        int right = random.nextInt(-most, most + 1);
        int at = offset;
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (int y = 0; y < shape.height(); y++) {
                int line = (channel * shape.height() + within(y - down, shape.height())) * shape.width();
                for (int x = 0; x < shape.width(); x++) {
                    target[at++] = image[line + within(x - right, shape.width())];
                }
            }
        }
    }

    private static int within(int index, int length) {
        return Math.min(length - 1, Math.max(0, index));
    }

    /**
     * One step's images.
     *
     * @param images [B,D]
     * @param targets [B,C]
     */
    record Batch(NDArray images, NDArray targets) {}
}
