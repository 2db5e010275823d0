package org.doubtless.learning.features;

import static java.util.Objects.requireNonNull;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;

/**
 * Features that a pool teaches without a single label: several parts side by side, each brought to few
 * numbers by principal components, to length 1, and divided by the root of the number of parts.
 *
 * <p>So rows have length 1, and the squared distance of two is the mean over the parts. Fit them to a
 * pool with {@link FitLabelFreeFeatures}. A pure function, thread-safe, the same bits on every
 * processor; stored and read back with {@link #toBytes} and {@link #fromBytes}.
 */
public final class LabelFreeFeatures implements FeatureExtractor {

    private static final int FORMAT = 0x4C464601;

    private final List<ReducedCodes> parts;
    private final int columns;

    LabelFreeFeatures(List<ReducedCodes> parts) {
        this.parts = List.copyOf(parts);
        this.columns = parts.stream().mapToInt(ReducedCodes::columns).sum();
    }

    /**
     * Fits the parts that need nothing but the pool: gradients and learned patches.
     *
     * @param pool at least one image
     * @param seed of the sample, the dictionaries and the components; the same seed and pool give the
     *     same bytes, whatever the parallelism
     * @param parallelism threads to use, at least 1
     * @throws org.doubtless.learning.work.CancelledLearning between two steps, once asked to
     */
    public static LabelFreeFeatures fit(
            ImageSource pool, long seed, int parallelism, Cancellation cancellation, Progress progress) {
        return new FitLabelFreeFeatures(seed, parallelism).fit(pool, cancellation, progress);
    }

    @Override
    public int columns() {
        return columns;
    }

    /** Which columns belong to which part, in order. */
    public List<FeaturePart> parts() {
        List<FeaturePart> ranges = new ArrayList<>();
        int from = 0;
        for (ReducedCodes part : parts) {
            ranges.add(new FeaturePart(part.name(), from, from + part.columns()));
            from += part.columns();
        }
        return ranges;
    }

    @Override
    public float[] extract(BufferedImage image) {
        requireNonNull(image, "image is null");
        float[] row = new float[columns];
        float scale = (float) (1 / Math.sqrt(parts.size()));
        int at = 0;
        for (ReducedCodes part : parts) {
            for (float value : part.extract(image)) {
                row[at++] = scale * value;
            }
        }
        return row;
    }

    /** Everything it takes to extract the same bits elsewhere, but for a backbone's file. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeInt(parts.size());
            for (ReducedCodes part : parts) {
                part.writeTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The extractor that {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException where the bytes are no such extractor, or it has a backbone
     */
    public static LabelFreeFeatures fromBytes(byte[] bytes) {
        return read(bytes, Optional.empty());
    }

    /**
     * The extractor with a backbone that {@link #toBytes} wrote.
     *
     * @param backbone of the same file as then; stays the caller's to close
     * @throws IllegalArgumentException where the bytes are no such extractor, or of another backbone
     */
    public static LabelFreeFeatures fromBytes(byte[] bytes, BackboneFeatures backbone) {
        return read(bytes, Optional.of(backbone));
    }

    private static LabelFreeFeatures read(byte[] bytes, Optional<BackboneFeatures> backbone) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != FORMAT) {
                throw new IOException("they begin differently");
            }
            int count = in.readInt();
            List<ReducedCodes> parts = new ArrayList<>();
            for (int part = 0; part < count; part++) {
                parts.add(ReducedCodes.readFrom(in, backbone));
            }
            if (parts.isEmpty() || in.available() > 0) {
                throw new IOException(parts.size() + " parts leave " + in.available() + " bytes over");
            }
            return new LabelFreeFeatures(parts);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "these " + bytes.length + " bytes are no label-free features (" + e.getMessage()
                            + "): fit the features to the pool again",
                    e);
        }
    }
}
