package org.doubtless.learning.features;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.doubtless.learning.work.Cancellation;

/**
 * Exact nearest neighbours by brute force: N queries against P pool rows cost N*P*D multiplications.
 *
 * <p>The order of {@code |q-a|²} is that of {@code |a|² - 2qa}, one product with a column more. It is
 * found in 32 bits with some to spare, and decided in 64.
 */
final class NearestNeighbours {

    private static final int CHUNK = 250;
    private static final int SPARE = 4;

    private final FloatMatrix pool_PD;
    private final double[] lengths_P;

    NearestNeighbours(FloatMatrix pool_PD) {
        this.pool_PD = pool_PD;
        this.lengths_P = pool_PD.squaredLengths();
    }

    FloatMatrix pool() {
        return pool_PD;
    }

    /** P, the number of pool rows. */
    int size() {
        return pool_PD.rows();
    }

    /** The {@code count} nearest pool rows of each pool row, itself left out. */
    Neighbours withinPool(int count, Cancellation cancellation) {
        return search(pool_PD, count, true, cancellation);
    }

    /** The {@code count} nearest pool rows of each query. */
    Neighbours of(FloatMatrix queries_ND, int count, Cancellation cancellation) {
        if (queries_ND.columns() != pool_PD.columns()) {
            throw new IllegalArgumentException("images of " + queries_ND.columns() + " features do not fit a pool of "
                    + pool_PD.columns() + ": extract both by the same extractor");
        }
        return search(queries_ND, count, false, cancellation);
    }

    private Neighbours search(FloatMatrix queries_ND, int count, boolean leaveOutItself, Cancellation cancellation) {
        int queries = queries_ND.rows();
        Neighbours found = new Neighbours(count, new int[queries * count], new float[queries * count]);
        if (count == 0) {
            return found;
        }
        int kept = Math.min(pool_PD.rows(), count + SPARE + (leaveOutItself ? 1 : 0));
        try (NDManager shared = Products.newManager()) {
            NDArray pool = Products.tensor(shared, doubledWithLengths()).transpose();
            Chunks.inParallel(queries, CHUNK, (from, to) -> {
                cancellation.check();
                long[] rows = candidates(pool, queries_ND, from, to, kept);
                for (int query = from; query < to; query++) {
                    int[] own = new int[kept];
                    for (int i = 0; i < kept; i++) {
                        own[i] = (int) rows[(query - from) * kept + i];
                    }
                    decide(queries_ND, query, leaveOutItself ? query : -1, own, found);
                }
            });
        }
        return found;
    }

    /** {@code [2a, -|a|²]}: its product with {@code [q, 1]} is highest for the nearest. */
    private FloatMatrix doubledWithLengths() {
        int columns = pool_PD.columns();
        FloatMatrix wider = FloatMatrix.zeros(pool_PD.rows(), columns + 1);
        for (int row = 0; row < pool_PD.rows(); row++) {
            for (int column = 0; column < columns; column++) {
                wider.values()[row * (columns + 1) + column] = 2 * pool_PD.at(row, column);
            }
            wider.values()[row * (columns + 1) + columns] = (float) -lengths_P[row];
        }
        return wider;
    }

    private static long[] candidates(NDArray pool, FloatMatrix queries_ND, int from, int to, int kept) {
        try (NDManager memory = Products.newManager()) {
            NDArray ones = memory.ones(new Shape(to - from, 1));
            NDArray closeness = Products.tensor(memory, queries_ND, from, to)
                    .concat(ones, 1)
                    .matMul(pool);
            NDList best = closeness.topK(kept, 1, true, false);
            return best.get(1).toLongArray();
        }
    }

    private void decide(FloatMatrix queries_ND, int query, int itself, int[] candidates, Neighbours found) {
        double[] distances = new double[candidates.length];
        Arrays.setAll(distances, i -> squaredDistance(queries_ND, query, pool_PD, candidates[i]));
        int[] nearest = IntStream.range(0, candidates.length)
                .filter(i -> candidates[i] != itself)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> distances[i]).thenComparing(i -> candidates[i]))
                .limit(found.count())
                .mapToInt(Integer::intValue)
                .toArray();
        for (int place = 0; place < found.count(); place++) {
            found.rows_NK()[query * found.count() + place] = candidates[nearest[place]];
            found.distances_NK()[query * found.count() + place] = (float) Math.sqrt(distances[nearest[place]]);
        }
    }

    static double squaredDistance(FloatMatrix one, int row, FloatMatrix other, int otherRow) {
        int columns = one.columns();
        double sum = 0;
        for (int column = 0; column < columns; column++) {
            double difference = (double) one.at(row, column) - other.at(otherRow, column);
            sum += difference * difference;
        }
        return sum;
    }
}
