package org.doubtless.learning.features;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.learning.work.Cancellation;

/**
 * What of a pool it takes to tell how its graph and its linear layer see other images: where its own images lie, in the
 * features and on the graph, and the landmarks. The edges are not needed. Immutable.
 */
public final class PoolReference {

    private static final int MOST_PARTS = 100;

    private final LinearFeatures linear;
    private final NearestNeighbours search;
    private final FloatMatrix fine_NM;

    PoolReference(LinearFeatures linear, NearestNeighbours search, FloatMatrix fine_NM) {
        this.linear = linear;
        this.search = search;
        this.fine_NM = fine_NM;
    }

    /** N, the number of the pool's images. */
    public int images() {
        return fine_NM.rows();
    }

    /** D, the number of features that an image must have. */
    public int columns() {
        return linear.parts().get(linear.parts().size() - 1).to();
    }

    /** F, the number of features of the linear layer. */
    public int linearColumns() {
        return fine_NM.columns()
                + linear.landmarks().stream().mapToInt(KernelLandmarks::count).sum();
    }

    /**
     * Carries the pool over to other images.
     *
     * @param images_QD features made by the same extractor
     */
    public PoolFeatures.Outside outside(FeatureMatrix images_QD) {
        return outside(images_QD, near(images_QD, Cancellation.never()));
    }

    /**
     * Carries the pool over to other images, whose place in it is known.
     *
     * @param images_QD features made by the same extractor
     * @param near what {@link #near} found for them
     */
    public PoolFeatures.Outside outside(FeatureMatrix images_QD, Neighbours near) {
        return new PoolFeatures.Outside(near, linear.of(near.average(fine_NM), unitParts(images_QD)));
    }

    /**
     * The nearest of the pool's images; N D multiplications each.
     *
     * @param images_QD features made by the same extractor
     */
    public Neighbours near(FeatureMatrix images_QD, Cancellation cancellation) {
        return NeighbourGraph.near(search, LinearFeatures.joined(unitParts(images_QD)), cancellation);
    }

    /**
     * Of images beyond the pool each one's nearest among them, of those that have the same nearest image in the pool.
     *
     * @param near what {@link #near} found for them
     */
    public Nearest nearestOthers(FeatureMatrix images_QD, Neighbours near, Cancellation cancellation) {
        return NearestOthers.of(LinearFeatures.joined(unitParts(images_QD)), near, cancellation);
    }

    private List<FloatMatrix> unitParts(FeatureMatrix images_QD) {
        if (images_QD.columns() < columns()) {
            throw new IllegalArgumentException("images of " + images_QD.columns() + " features do not fit a pool of "
                    + columns() + ": extract both by the same extractor");
        }
        return LinearFeatures.unitParts(images_QD, linear.parts());
    }

    /**
     * Writes it.
     *
     * @param pool_ND the features that the pool was made ready from; kept in 16 bits, as a database keeps them
     */
    public void writeTo(NumberWriter out, FeatureMatrix pool_ND) throws IOException {
        requireNonNull(pool_ND, "pool is null");
        if (pool_ND.rows() != images()) {
            throw new IllegalArgumentException(
                    "features of " + pool_ND.rows() + " images are not those of a pool of " + images() + " images");
        }
        out.write(linear.parts().size());
        for (FeaturePart part : linear.parts()) {
            out.write(part.name());
            out.write(part.from());
            out.write(part.to());
        }
        out.writeHalves(pool_ND);
        out.write(fine_NM);
        for (KernelLandmarks landmarks : linear.landmarks()) {
            landmarks.writeTo(out);
        }
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @throws IOException where the bytes are nothing of the kind
     */
    public static PoolReference readFrom(NumberReader in) throws IOException {
        List<FeaturePart> parts = new ArrayList<>();
        int count = in.readInt(1, MOST_PARTS);
        int end = 0;
        for (int part = 0; part < count; part++) {
            String name = in.readText();
            // Parts that overlap would be copied again and again.
            int from = in.readInt(end, Short.MAX_VALUE - 1);
            end = in.readInt(from + 1, Short.MAX_VALUE);
            parts.add(new FeaturePart(name, from, end));
        }
        FeatureMatrix pool_ND = in.readHalves();
        FloatMatrix fine_NM = in.readMatrix();
        if (pool_ND.rows() < 1 || fine_NM.rows() != pool_ND.rows()) {
            throw new IOException("coordinates of " + fine_NM.rows() + " images are not those of " + pool_ND.rows());
        }
        List<KernelLandmarks> landmarks = new ArrayList<>();
        for (FeaturePart part : parts) {
            if (part.to() > pool_ND.columns()) {
                throw new IOException("part " + part.name() + " ends beyond the features");
            }
            landmarks.add(KernelLandmarks.readFrom(in, part));
        }
        FloatMatrix joined = LinearFeatures.joined(LinearFeatures.unitParts(pool_ND, parts));
        return new PoolReference(new LinearFeatures(parts, landmarks), new NearestNeighbours(joined), fine_NM);
    }
}
