package org.doubtless.learning.features;

import java.util.Arrays;

/**
 * Weighted edges in both directions, compressed by rows: those of node i lie from {@code start[i]} to
 * {@code start[i + 1]}, by rising neighbour.
 */
record SymmetricEdges(int[] start, int[] neighbour, float[] weight) {

    private static final int CHUNK = 1024;

    /** Joins i and j where either has chosen the other, with the larger of both weights. */
    static SymmetricEdges of(Neighbours found, int nodes) {
        int[] filled = new int[nodes + 1];
        for (int node = 0; node < nodes; node++) {
            for (int place = 0; place < found.count(); place++) {
                filled[node + 1]++;
                filled[found.row(node, place) + 1]++;
            }
        }
        Arrays.parallelPrefix(filled, Integer::sum);
        int[] end = Arrays.copyOf(filled, nodes);
        long[] edges = new long[filled[nodes]];
        for (int node = 0; node < nodes; node++) {
            for (int place = 0; place < found.count(); place++) {
                int other = found.row(node, place);
                int bits = Float.floatToIntBits((float) found.weight(node, place));
                edges[end[node]++] = (long) other << 32 | bits;
                edges[end[other]++] = (long) node << 32 | bits;
            }
        }
        return merged(filled, edges, nodes);
    }

    /** Of edges given from both sides, the heavier stays. */
    private static SymmetricEdges merged(int[] filled, long[] edges, int nodes) {
        int[] start = new int[nodes + 1];
        int[] neighbour = new int[edges.length];
        float[] weight = new float[edges.length];
        int size = 0;
        for (int node = 0; node < nodes; node++) {
            // Weights are not negative, so their bits sort as they do.
            Arrays.sort(edges, filled[node], filled[node + 1]);
            for (int i = filled[node]; i < filled[node + 1]; i++) {
                int other = (int) (edges[i] >>> 32);
                boolean again = size > start[node] && neighbour[size - 1] == other;
                size -= again ? 1 : 0;
                neighbour[size] = other;
                weight[size++] = Float.intBitsToFloat((int) edges[i]);
            }
            start[node + 1] = size;
        }
        return new SymmetricEdges(start, Arrays.copyOf(neighbour, size), Arrays.copyOf(weight, size));
    }

    /** The weight between two nodes, 0 where there is no edge. */
    float between(int node, int other) {
        int edge = Arrays.binarySearch(neighbour, start[node], start[node + 1], other);
        return edge < 0 ? 0 : weight[edge];
    }

    /** The sum of each node's weights. */
    float[] sums() {
        float[] sums = new float[start.length - 1];
        for (int node = 0; node < sums.length; node++) {
            double sum = 0;
            for (int edge = start[node]; edge < start[node + 1]; edge++) {
                sum += weight[edge];
            }
            sums[node] = (float) sum;
        }
        return sums;
    }

    /** Every weight times the factors of both its nodes. */
    SymmetricEdges scaled(double... factor) {
        float[] scaled = new float[weight.length];
        for (int node = 0; node < factor.length; node++) {
            for (int edge = start[node]; edge < start[node + 1]; edge++) {
                scaled[edge] = (float) (weight[edge] * factor[node] * factor[neighbour[edge]]);
            }
        }
        return new SymmetricEdges(start, neighbour, scaled);
    }

    /** Puts {@code a W in + b in + c out} into {@code out}; rows are nodes. */
    void combine(double a, FloatMatrix in, double b, double c, FloatMatrix out) {
        int columns = in.columns();
        float[] from = in.values();
        float[] to = out.values();
        Chunks.inParallel(start.length - 1, CHUNK, (first, end) -> {
            float[] sum = new float[columns];
            for (int node = first; node < end; node++) {
                Arrays.fill(sum, 0);
                for (int edge = start[node]; edge < start[node + 1]; edge++) {
                    add(weight[edge], from, neighbour[edge] * columns, sum);
                }
                int row = node * columns;
                for (int column = 0; column < columns; column++) {
                    to[row + column] = (float) (a * sum[column] + b * from[row + column] + c * to[row + column]);
                }
            }
        });
    }

    private static void add(float factor, float[] from, int offset, float[] sum) {
        for (int column = 0; column < sum.length; column++) {
            sum[column] += factor * from[offset + column];
        }
    }
}
