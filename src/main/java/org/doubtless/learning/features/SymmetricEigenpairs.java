package org.doubtless.learning.features;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * All eigenpairs of a small symmetric matrix, by falling eigenvalue.
 *
 * @param values K eigenvalues
 * @param vectors [K,K], column k is the unit eigenvector of value k
 */
public record SymmetricEigenpairs(double[] values, DMatrixRMaj vectors) {

    /**
     * Solves in K³ steps.
     *
     * @param matrix [K,K], symmetric and finite; only its mean with its transpose counts
     * @throws ArithmeticException where the matrix holds a number that is not finite
     */
    public static SymmetricEigenpairs of(DMatrixRMaj matrix) {
        int size = matrix.getNumRows();
        DMatrixRMaj symmetric = new DMatrixRMaj(size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double mean = (matrix.get(i, j) + matrix.get(j, i)) / 2;
                if (!Double.isFinite(mean)) {
                    throw new ArithmeticException("element " + i + ", " + j + " is " + mean
                            + ": a matrix with such a number has no eigenvalues");
                }
                symmetric.set(i, j, mean);
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> solver = DecompositionFactory_DDRM.eig(size, true, true);
        if (!solver.decompose(symmetric)) {
            throw new ArithmeticException("the eigenvalues of a " + size + " x " + size + " matrix do not converge");
        }
        return sorted(solver, size);
    }

    private static SymmetricEigenpairs sorted(EigenDecomposition_F64<DMatrixRMaj> solver, int size) {
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer k) -> -solver.getEigenvalue(k).getReal()))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = new double[size];
        DMatrixRMaj vectors = new DMatrixRMaj(size, size);
        for (int k = 0; k < size; k++) {
            values[k] = solver.getEigenvalue(order[k]).getReal();
            for (int i = 0; i < size; i++) {
                vectors.set(i, k, solver.getEigenVector(order[k]).get(i));
            }
        }
        return new SymmetricEigenpairs(values, vectors);
    }
}
