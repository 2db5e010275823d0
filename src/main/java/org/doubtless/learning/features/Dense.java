package org.doubtless.learning.features;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Between matrices of 32-bit floats and the small ones of 64 bits in which equations are solved. */
public final class Dense {

    private Dense() {}

    /** The same numbers in 64 bits. */
    public static DMatrixRMaj of(FloatMatrix matrix) {
        DMatrixRMaj dense = new DMatrixRMaj(matrix.rows(), matrix.columns());
        for (int i = 0; i < dense.data.length; i++) {
            dense.data[i] = matrix.values()[i];
        }
        return dense;
    }

    /** The same numbers, rounded to 32 bits. */
    public static FloatMatrix toFloats(DMatrixRMaj dense) {
        FloatMatrix matrix = FloatMatrix.zeros(dense.getNumRows(), dense.getNumCols());
        for (int i = 0; i < matrix.values().length; i++) {
            matrix.values()[i] = (float) dense.data[i];
        }
        return matrix;
    }

    /** {@code a b}. */
    public static DMatrixRMaj product(DMatrixRMaj a, DMatrixRMaj b) {
        return CommonOps_DDRM.mult(a, b, null);
    }

    /** {@code bᵀ a b}. */
    public static DMatrixRMaj sandwich(DMatrixRMaj b, DMatrixRMaj a) {
        return CommonOps_DDRM.multTransA(b, product(a, b), null);
    }
}
