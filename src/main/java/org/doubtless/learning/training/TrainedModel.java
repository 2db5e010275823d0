package org.doubtless.learning.training;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.doubtless.learning.features.FeatureShape;
import org.doubtless.learning.posterior.Architecture;
import org.doubtless.learning.posterior.McDropout;
import org.doubtless.learning.posterior.Network;
import org.doubtless.learning.posterior.Posterior;
import org.doubtless.learning.posterior.Weights;

/** What a training left: everything needed to score images again, in plain memory. Immutable. */
public final class TrainedModel {

    private static final int MAGIC = 0x44424C4D; // "DBLM"
    private static final int VERSION = 1;
    private static final int MOST_CLASSES = 1_000_000;

    private final FeatureShape shape;
    private final long seed;
    private final int[] labelsPerClass;
    private final int steps;
    private final Weights weights;

    TrainedModel(FeatureShape shape, long seed, int[] labelsPerClass, int steps, Weights weights) {
        this.shape = shape;
        this.seed = seed;
        this.labelsPerClass = labelsPerClass.clone();
        this.steps = steps;
        this.weights = weights;
        new Network(Architecture.SMALL, shape, labelsPerClass.length).requireFitting(weights);
    }

    /** What a row of features shows; score with features of this shape. */
    public FeatureShape shape() {
        return shape;
    }

    /** C, the number of classes. */
    public int classes() {
        return labelsPerClass.length;
    }

    /** How many classes it has seen a label of; below 2 it knows no difference. */
    public int classesSeen() {
        int seen = 0;
        for (int count : labelsPerClass) {
            seen += count > 0 ? 1 : 0;
        }
        return seen;
    }

    /** How many labels of each of the C classes it was trained on; a copy. */
    public int[] labelsPerClass() {
        return labelsPerClass.clone();
    }

    /** The seed it was trained from. */
    public long seed() {
        return seed;
    }

    /** How many steps its training took. */
    public int steps() {
        return steps;
    }

    /**
     * Draws networks by MC dropout; close it.
     *
     * @param samples S, at least 1
     * @param seed of the draws: the same seed gives the same networks
     */
    public Posterior posterior(int samples, long seed) {
        return McDropout.draw(new Network(Architecture.SMALL, shape, classes()), weights, samples, seed);
    }

    /** The model as bytes; the same model always gives the same. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeInt(shape.channels());
            out.writeInt(shape.height());
            out.writeInt(shape.width());
            out.writeLong(seed);
            out.writeInt(steps);
            out.writeInt(labelsPerClass.length);
            for (int count : labelsPerClass) {
                out.writeInt(count);
            }
            weights.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #toBytes} wrote: it predicts the same, bit by bit.
     *
     * @throws IllegalArgumentException where the bytes are no model, are cut off, or come from a newer
     *     version
     */
    public static TrainedModel fromBytes(byte[] bytes) {
        requireNonNull(bytes, "bytes is null");
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MAGIC) {
                throw new IllegalArgumentException("these " + bytes.length + " bytes are no trained model");
            }
            int version = in.readInt();
            if (version != VERSION) {
                throw new IllegalArgumentException("the stored model has version " + version
                        + ", this program reads version " + VERSION + ": train it anew");
            }
            FeatureShape shape = new FeatureShape(in.readInt(), in.readInt(), in.readInt());
            long seed = in.readLong();
            int steps = in.readInt();
            int classes = in.readInt();
            if (classes < 2 || classes > MOST_CLASSES) {
                throw new IllegalArgumentException("the stored model claims " + classes + " classes: it is damaged");
            }
            int[] labelsPerClass = new int[classes];
            for (int c = 0; c < classes; c++) {
                labelsPerClass[c] = in.readInt();
            }
            return new TrainedModel(shape, seed, labelsPerClass, steps, Weights.read(in));
        } catch (IOException e) {
            throw new IllegalArgumentException("the stored model is cut off or damaged: train it anew", e);
        }
    }
}
