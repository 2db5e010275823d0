package org.doubtless.learning;

import static java.util.Objects.requireNonNull;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.HalfRow;
import org.doubtless.learning.features.LabelFreeFeatures;
import org.doubtless.learning.features.NumberReader;
import org.doubtless.learning.features.NumberWriter;

/**
 * A model by itself: it answers for pictures that are not of the pool as it did beside the pool, without database, labels
 * or graph. Everything is stored solved, so that it is ready once it is read.
 *
 * <p>The same pictures in the same chunks get the same bits as from {@link LearnedModel#score(FeatureMatrix)}; in other
 * chunks probabilities may differ by some 1e-6, since libtorch sums in another order. All methods may run beside one
 * another on ordinary (not virtual) threads.
 */
public final class PortableModel {

    private static final int FORMAT = 0x444C4D01;

    private final LabelFreeFeatures extractor;
    private final OutsideModel answers;
    private final FeatureMatrix pool;

    private PortableModel(LabelFreeFeatures extractor, OutsideModel answers, FeatureMatrix pool) {
        this.extractor = extractor;
        this.answers = answers;
        this.pool = pool;
    }

    /**
     * Takes a model out of its pool; copies nothing.
     *
     * @throws IllegalArgumentException where it is not the recipe's, or its features are not learnt ones
     */
    public static PortableModel of(PreparedPool pool, LearnedModel model) {
        if (!(model instanceof RecipeModel recipe) || !(pool.extractor() instanceof LabelFreeFeatures extractor)) {
            throw new IllegalArgumentException(
                    "only a model that the recipe learnt over learnt features can be taken out");
        }
        return new PortableModel(extractor, recipe.outsideModel(), pool.features());
    }

    /** Writes what makes features of pictures. */
    public void writeExtractor(OutputStream out) throws IOException {
        out.write(extractor.toBytes());
    }

    /** Writes what answers for features; only a model that {@link #of} took out has all that it takes. */
    public void writeAnswers(OutputStream out) throws IOException {
        NumberWriter writer = new NumberWriter(out);
        writer.write(FORMAT);
        answers.writeTo(writer, requireNonNull(pool, "a model that was read is not written again: copy its file"));
        writer.flush();
    }

    /**
     * Reads a model; asks for no more memory than some times the bytes that there are.
     *
     * @param extractor what {@link #writeExtractor} wrote
     * @param answers what {@link #writeAnswers} wrote; stays the caller's to close
     * @param length of {@code answers}, in bytes
     * @throws IOException where the bytes are no such model, or end too soon
     */
    public static PortableModel read(byte[] extractor, InputStream answers, long length) throws IOException {
        NumberReader in = new NumberReader(answers, length);
        if (in.readInt() != FORMAT) {
            throw new IOException("its answers begin differently");
        }
        OutsideModel read = OutsideModel.readFrom(in);
        in.end();
        LabelFreeFeatures features;
        try {
            features = LabelFreeFeatures.fromBytes(extractor);
        } catch (RuntimeException e) {
            throw new IOException(e.getMessage(), e);
        }
        if (features.columns() != read.columns()) {
            throw new IOException(
                    "its extractor makes " + features.columns() + " features where " + read.columns() + " are wanted");
        }
        return new PortableModel(features, read, null);
    }

    /** C, the number of classes. */
    public int classes() {
        return answers.classes();
    }

    /** How many classes it has seen a label of. */
    public int classesSeen() {
        return answers.classesSeen();
    }

    /** N, the images of the graph that it was learnt over. */
    public int images() {
        return answers.images();
    }

    /** The features [D] of a picture, rounded to the 16 bits in which a pool keeps them. */
    public float[] extract(BufferedImage picture) {
        float[] row = new float[extractor.columns()];
        HalfRow.read(HalfRow.toBytes(extractor.extract(picture)), row, 0);
        return row;
    }

    /**
     * What it makes of pictures, in their order.
     *
     * @param rows [N] of {@link #extract}; some thousand are a good size
     */
    public List<ImageDoubt> score(List<float[]> rows) {
        return rows.isEmpty()
                ? List.of()
                : ImageDoubt.all(answers.sample(FeatureMatrix.ofRows(extractor.columns(), rows)));
    }
}
