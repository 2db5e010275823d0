package org.doubtless.learning.features;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** All eigenvalues of a small symmetric matrix, largest first, with unit eigenvectors. */
final class SymmetricEigen {

    private final double[] values;
    private final double[][] vectors;

    private SymmetricEigen(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    static SymmetricEigen of(DMatrixRMaj matrix) {
        int size = matrix.numRows;
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
        if (!eigen.decompose(matrix)) {
            throw new IllegalStateException("a symmetric matrix of " + size
                    + " rows has no eigenvectors: it holds numbers that are not finite");
        }
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(
                                (Integer i) -> eigen.getEigenvalue(i).getReal())
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = new double[size];
        double[][] vectors = new double[size][];
        for (int k = 0; k < size; k++) {
            values[k] = eigen.getEigenvalue(order[k]).getReal();
            vectors[k] = eigen.getEigenVector(order[k]).getData();
        }
        return new SymmetricEigen(values, vectors);
    }

    double value(int k) {
        return values[k];
    }

    double[] vector(int k) {
        return vectors[k];
    }
}
