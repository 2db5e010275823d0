package org.doubtless.learning.features;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;

/** Matrix products by libtorch, a chunk of rows at a time. */
final class Products {

    private static final String ENGINE = "PyTorch";
    private static final int CHUNK = 4096;

    private Products() {}

    static NDManager newManager() {
        return NDManager.newBaseManager(Device.cpu(), ENGINE);
    }

    /** The rows {@code from} to {@code to} as a tensor. */
    static NDArray tensor(NDManager memory, FloatMatrix matrix, int from, int to) {
        int columns = matrix.columns();
        FloatBuffer numbers = FloatBuffer.wrap(matrix.values(), from * columns, (to - from) * columns);
        return memory.create(numbers, new Shape(to - from, columns));
    }

    static NDArray tensor(NDManager memory, FloatMatrix matrix) {
        return tensor(memory, matrix, 0, matrix.rows());
    }

    /** {@code left right}, or {@code left rightᵀ}. */
    static FloatMatrix of(FloatMatrix left, FloatMatrix right, boolean transpose) {
        FloatMatrix product = FloatMatrix.zeros(left.rows(), transpose ? right.rows() : right.columns());
        if (product.values().length == 0 || left.columns() == 0) {
            return product;
        }
        try (NDManager shared = newManager()) {
            NDArray whole = tensor(shared, right);
            NDArray factor = transpose ? whole.transpose() : whole;
            Chunks.inParallel(left.rows(), CHUNK, (from, to) -> {
                try (NDManager memory = newManager()) {
                    // A product lives as long as its left factor.
                    float[] numbers =
                            tensor(memory, left, from, to).matMul(factor).toFloatArray();
                    System.arraycopy(numbers, 0, product.values(), from * product.columns(), numbers.length);
                }
            });
        }
        return product;
    }

    /** {@code leftᵀ right}; the sums of the chunks are added in 64 bits, in their order. */
    static FloatMatrix transposed(FloatMatrix left, FloatMatrix right) {
        FloatMatrix product = FloatMatrix.zeros(left.columns(), right.columns());
        if (product.values().length == 0 || left.rows() == 0) {
            return product;
        }
        float[][] sums = new float[Chunks.count(left.rows(), CHUNK)][];
        // The calling thread loads the engine: those of the pool may know other classes.
        try (NDManager shared = newManager()) {
            Chunks.inParallel(left.rows(), CHUNK, (from, to) -> {
                try (NDManager memory = newManager()) {
                    sums[from / CHUNK] = tensor(memory, left, from, to)
                            .transpose()
                            .matMul(tensor(memory, right, from, to))
                            .toFloatArray();
                }
            });
        }
        float[] numbers = product.values();
        for (int i = 0; i < numbers.length; i++) {
            double sum = 0;
            for (float[] chunk : sums) {
                sum += chunk[i];
            }
            numbers[i] = (float) sum;
        }
        return product;
    }
}
