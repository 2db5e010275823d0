package org.doubtless.learning.training;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.learning.features.FeatureShape;
import org.doubtless.learning.posterior.Architecture;
import org.doubtless.learning.posterior.PosteriorKind;
import org.doubtless.learning.posterior.Weights;

/** The stored form of a model; also reads version 1, which knew one small network with MC dropout. */
final class ModelBytes {

    private static final int MAGIC = 0x44424C4D; // "DBLM"
    private static final int VERSION = 2;
    private static final int MOST_CLASSES = 1_000_000;
    private static final int MOST_NETWORKS = 2_000;

    private ModelBytes() {}

    static byte[] write(TrainedModel model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeUTF(model.choice().architecture().label());
            out.writeUTF(model.choice().posterior().label());
            out.writeInt(model.choice().members());
            out.writeInt(model.shape().channels());
            out.writeInt(model.shape().height());
            out.writeInt(model.shape().width());
            out.writeLong(model.seed());
            out.writeInt(model.steps());
            out.writeInt(model.classes());
            for (int count : model.record().labelsPerClass()) {
                out.writeInt(count);
            }
            out.writeInt(model.weights().size());
            for (Weights weights : model.weights()) {
                weights.write(out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static TrainedModel read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MAGIC) {
                throw new IllegalArgumentException("these " + bytes.length + " bytes are no trained model");
            }
            int version = in.readInt();
            if (version < 1 || version > VERSION) {
                throw new IllegalArgumentException("the stored model has version " + version
                        + ", this program reads versions 1 to " + VERSION + ": train it anew");
            }
            ModelChoice choice = version == 1
                    ? ModelChoice.defaults()
                    : new ModelChoice(
                            Architecture.named(in.readUTF()), PosteriorKind.named(in.readUTF()), in.readInt());
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
            int networks = version == 1 ? 1 : in.readInt();
            if (networks < 1 || networks > MOST_NETWORKS) {
                throw new IllegalArgumentException("the stored model claims " + networks + " networks: it is damaged");
            }
            List<Weights> weights = new ArrayList<>();
            for (int k = 0; k < networks; k++) {
                weights.add(Weights.read(in));
            }
            return new TrainedModel(choice, shape, new TrainingRecord(seed, labelsPerClass, steps), weights);
        } catch (IOException e) {
            throw new IllegalArgumentException("the stored model is cut off or damaged: train it anew", e);
        }
    }
}
