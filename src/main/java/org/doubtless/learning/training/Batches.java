package org.doubtless.learning.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.doubtless.learning.features.FeatureShape;

/** Deals the labelled images out in ever new orders, each a little shifted. */
final class Batches {

    private final Lesson lesson;
    private final int size;
    private final List<Deck> decks;
    private final SplittableRandom random;

    /** @param rows of the labelled images to deal out; at least one */
    Batches(Lesson lesson, int[] rows, SplittableRandom random) {
        this.lesson = lesson;
        this.random = random;
        this.size = Math.min(lesson.settings().batch(), rows.length);
        this.decks = lesson.settings().sampling() == Sampling.EACH_IMAGE
                ? List.of(new Deck(rows, random))
                : decksByClass(rows);
    }

    private List<Deck> decksByClass(int[] rows) {
        TrainingSet labelled = lesson.labelled();
        return IntStream.range(0, labelled.classes())
                .mapToObj(clazz -> IntStream.of(rows)
                        .filter(row -> labelled.label(row) == clazz)
                        .flatMap(row ->
                                IntStream.generate(() -> row).limit(Math.max(1, Math.round(labelled.rowWeight(row)))))
                        .toArray())
                .filter(own -> own.length > 0)
                .map(own -> new Deck(own, random))
                .toList();
    }

    /** The next images [B,D] and their targets [B,C]. */
    Batch next(NDManager memory) {
        return next(memory, List.of(this));
    }

    /** The next batch of each of K networks, of one size: [K,B,D] and [K,B,C]; of one alone, [B,D] and [B,C]. */
    static Batch next(NDManager memory, List<Batches> stack) {
        Batches first = stack.get(0);
        int columns = first.lesson.shape().columns();
        int classes = first.lesson.labelled().classes();
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
        TrainingSet labelled = lesson.labelled();
        float[] image = new float[lesson.shape().columns()];
        for (int b = 0; b < size; b++) {
            int row = decks.get(decks.size() == 1 ? 0 : random.nextInt(decks.size()))
                    .deal();
            labelled.features().copyRow(row, image, 0);
            shift(image, images, imageOffset + b * image.length);
            float weight = (float) lesson.weight(row);
            for (int c = 0; c < labelled.classes(); c++) {
                targets[targetOffset + b * labelled.classes() + c] = weight * labelled.target(row, c);
            }
        }
    }

    /** Moves the picture by up to a few pixels; what comes in at the edge repeats the edge. */
    private void shift(float[] image, float[] target, int offset) {
        FeatureShape shape = lesson.shape();
        // A hair more, or a fourteenth of 28 would be one.
        int most = (int)
                (Math.min(shape.height(), shape.width()) * lesson.settings().shift() + 1e-9);
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
     * @param targets [B,C], or [K,B,C], each times the weights of its class and its image
     */
    record Batch(NDArray images, NDArray targets) {}
}
