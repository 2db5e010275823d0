package org.doubtless.learning.features;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.doubtless.learning.work.Cancellation;

/**
 * The pool as a graph: each image is joined to the k = 12 that look most like it.
 *
 * <p>Weight {@code w_ij = exp(-4 d_ij²/d_ik²)}, d_ik the distance of i's farthest neighbour, made
 * symmetric by the larger of both directions (Calder et al. 2020, "Poisson learning"). Neighbours are
 * exact. Images may be copies of each other; the graph need not be connected.
 */
public final class NeighbourGraph {

    /** How many neighbours an image has of its own; others may choose it, too. */
    public static final int NEIGHBOURS = 12;

    private final NearestNeighbours search;
    private final Neighbours found;
    private final SymmetricEdges edges;
    private final float[] degree_N;

    private NeighbourGraph(NearestNeighbours search, Neighbours found, int nodes) {
        this.search = search;
        this.found = found;
        this.edges = SymmetricEdges.of(found, nodes);
        this.degree_N = edges.sums();
        for (int node = 0; node < nodes; node++) {
            // A lone image has no edge; nothing is divided by nothing.
            degree_N[node] = degree_N[node] == 0 ? 1 : degree_N[node];
        }
    }

    /**
     * Builds the graph: N² D multiplications.
     *
     * @param pool_ND one row an image, at least 1
     * @param cancellation asked often, on several threads at once
     */
    public static NeighbourGraph of(FloatMatrix pool_ND, Cancellation cancellation) {
        requireNonNull(pool_ND, "pool is null");
        if (pool_ND.rows() == 0) {
            throw new IllegalArgumentException("the pool is empty: add images first");
        }
        NearestNeighbours search = new NearestNeighbours(pool_ND);
        int count = Math.min(NEIGHBOURS, pool_ND.rows() - 1);
        return new NeighbourGraph(search, search.withinPool(count, cancellation), pool_ND.rows());
    }

    /** The graph of neighbours that were found before, in the same pool. */
    static NeighbourGraph of(FloatMatrix pool_ND, Neighbours found) {
        return new NeighbourGraph(new NearestNeighbours(pool_ND), found, pool_ND.rows());
    }

    /** What the graph was made of. */
    public Neighbours found() {
        return found;
    }

    /** N, the number of images. */
    public int nodes() {
        return degree_N.length;
    }

    /** The sum of an image's weights: high where many look alike. 1 for the only image of a pool. */
    public float degree(int node) {
        return degree_N[node];
    }

    /** The sums of the weights of all images, [N]; a copy. */
    public float[] degrees() {
        return degree_N.clone();
    }

    /** The weight between two images; 0 where they are no neighbours. */
    public float weight(int node, int other) {
        return edges.between(node, other);
    }

    /** W times {@code values} [N,M]: for each image the weighted sum of its neighbours' rows. */
    public FloatMatrix times(FloatMatrix values_NM) {
        FloatMatrix sums_NM = FloatMatrix.zeros(nodes(), values_NM.columns());
        edges.combine(1, values_NM, 0, 0, sums_NM);
        return sums_NM;
    }

    /** W. */
    SymmetricEdges edges() {
        return edges;
    }

    /** The edges of {@code D^-½ W D^-½}. */
    SymmetricEdges normalised() {
        double[] factor = new double[nodes()];
        Arrays.setAll(factor, node -> 1 / Math.sqrt(degree_N[node]));
        return edges.scaled(factor);
    }

    /**
     * Of some images of the pool those that look most like others of it.
     *
     * @param rows [Q] the others
     * @param among [P] the images to be found, at least 1
     * @param count at most so many
     * @return for each of the others rows of the pool, nearest first
     */
    public int[][] nearest(int[] rows, int[] among, int count, Cancellation cancellation) {
        int found = Math.min(count, among.length);
        FloatMatrix pool_ND = search.pool();
        Neighbours near = new NearestNeighbours(pool_ND.select(among)).of(pool_ND.select(rows), found, cancellation);
        int[][] nearest = new int[rows.length][found];
        for (int image = 0; image < rows.length; image++) {
            for (int place = 0; place < found; place++) {
                nearest[image][place] = among[near.row(image, place)];
            }
        }
        return nearest;
    }

    NearestNeighbours search() {
        return search;
    }

    /**
     * The 12 nearest images of the pool, or all where there are fewer. Their weighted mean ({@link
     * Neighbours#average}) carries what is known of the pool to images outside it.
     *
     * @param images_QD rows of the same features as the pool
     */
    public Neighbours near(FloatMatrix images_QD, Cancellation cancellation) {
        return near(search, images_QD, cancellation);
    }

    static Neighbours near(NearestNeighbours search, FloatMatrix images_QD, Cancellation cancellation) {
        return search.of(images_QD, Math.min(NEIGHBOURS, search.size()), cancellation);
    }
}
