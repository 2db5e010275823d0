package org.doubtless.learning.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
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

    /** The next images [B,D] and their targets [B,C], 1 at the label times the weight of its class. */
    Batch next(NDManager memory) {
        return next(memory, List.of(this));
    }

    /** The next batch of each of K networks, of one size: [K,B,D] and [K,B,C]; of one alone, [B,D] and [B,C]. */
    static Batch next(NDManager memory, List<Batches> stack) {
        Batches first = stack.get(0);
        int columns = first.shape.columns();
        int classes = first.labelled.classes();
        float[] images_KBD = new float[stack.size() * first.size * columns];
        float[] targets_KBC = new float[stack.size() * first.size * classes];
        for (int k = 0; k < stack.size(); k++) {
            stack.get(k).fill(images_KBD, k * first.size * columns, targets_KBC, k * first.size * classes);
        }
        Shape leading = stack.size() == 1 ? new Shape(first.size) : new Shape(stack.size(), first.size);
        return new Batch(
                memory.create(images_KBD, leading.add(columns)), memory.create(targets_KBC, leading.add(classes)));
    }

    private void fill(float[] images, int imageOffset, float[] targets, int targetOffset) {
        float[] image = new float[shape.columns()];
        for (int b = 0; b < size; b++) {
            int row = deal();
            labelled.features().copyRow(row, image, 0);
            shift(image, images, imageOffset + b * image.length);
            int label = labelled.label(row);
            targets[targetOffset + b * labelled.classes() + label] = (float) labelled.weight(label);
        }
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
     * @param images [B,D], or [K,B,D] for K networks
     * @param targets [B,C], or [K,B,C]
     */
    record Batch(NDArray images, NDArray targets) {}
}
