package org.doubtless.learning.uncertainty;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.SymmetricEigenpairs;
import org.ejml.data.DMatrixRMaj;

/** The plane in which known rows lie, and how far from it others do (principal components, Pearson 1901). */
final class Reconstruction implements Strangeness {

    // Of the largest eigenvalue: directions of less are rounding.
    private static final double NOTHING = 1e-9;

    private final double[] mean_D;
    /** Axis by axis for each column, [D,K]. */
    private final double[][] axes_DK;

    private Reconstruction(double[] mean_D, double[][] axes_DK) {
        this.mean_D = mean_D;
        this.axes_DK = axes_DK;
    }

    /** Fits K axes, fewer where the rows vary in fewer directions; takes min(M, D)^3 steps. */
    static Reconstruction fit(FeatureMatrix rows_MD, int components) {
        int columns = rows_MD.columns();
        double[] mean_D = new double[columns];
        double[][] centred_MD = new double[rows_MD.rows()][columns];
        for (int m = 0; m < centred_MD.length; m++) {
            for (int d = 0; d < columns; d++) {
                mean_D[d] += (double) rows_MD.at(m, d) / centred_MD.length;
            }
        }
        for (int m = 0; m < centred_MD.length; m++) {
            for (int d = 0; d < columns; d++) {
                centred_MD[m][d] = rows_MD.at(m, d) - mean_D[d];
            }
        }
        // The scatter of columns and the products of rows have the same eigenvalues: take the smaller.
        return new Reconstruction(
                mean_D,
                columns <= centred_MD.length
                        ? axesOfColumns(transposed(centred_MD, columns), components)
                        : axesOfRows(centred_MD, components));
    }

    private static double[][] axesOfColumns(double[][] centred_DM, int components) {
        SymmetricEigenpairs pairs = SymmetricEigenpairs.of(products(centred_DM));
        int kept = kept(pairs.values(), components);
        double[][] axes_DK = new double[centred_DM.length][kept];
        for (int d = 0; d < axes_DK.length; d++) {
            for (int k = 0; k < kept; k++) {
                axes_DK[d][k] = pairs.vectors().get(d, k);
            }
        }
        return axes_DK;
    }

    private static double[][] axesOfRows(double[][] centred_MD, int components) {
        SymmetricEigenpairs pairs = SymmetricEigenpairs.of(products(centred_MD));
        int kept = kept(pairs.values(), components);
        double[][] axes_DK = new double[centred_MD[0].length][kept];
        for (int m = 0; m < centred_MD.length; m++) {
            for (int d = 0; d < axes_DK.length; d++) {
                for (int k = 0; k < kept; k++) {
                    axes_DK[d][k] += centred_MD[m][d] * pairs.vectors().get(m, k) / Math.sqrt(pairs.values()[k]);
                }
            }
        }
        return axes_DK;
    }

    private static int kept(double[] values, int components) {
        int kept = 0;
        while (kept < Math.min(components, values.length) && values[kept] > NOTHING * values[0]) {
            kept++;
        }
        return kept;
    }

    private static double[][] transposed(double[][] rows, int columns) {
        double[][] transposed = new double[columns][rows.length];
        for (int m = 0; m < rows.length; m++) {
            for (int d = 0; d < columns; d++) {
                transposed[d][m] = rows[m][d];
            }
        }
        return transposed;
    }

    private static DMatrixRMaj products(double[]... vectors) {
        DMatrixRMaj products = new DMatrixRMaj(vectors.length, vectors.length);
        IntStream.range(0, vectors.length).parallel().forEach(i -> {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k < vectors[i].length; k++) {
                    sum += vectors[i][k] * vectors[j][k];
                }
                products.set(i, j, sum);
                products.set(j, i, sum);
            }
        });
        return products;
    }

    /** {@code |x - reconstruction of x|} of each row. */
    @Override
    public double[] distances(FeatureMatrix rows_ND) {
        return IntStream.range(0, rows_ND.rows())
                .parallel()
                .mapToDouble(row -> distance(rows_ND, row))
                .toArray();
    }

    private double distance(FeatureMatrix rows_ND, int row) {
        double[] inside_K = new double[axes_DK[0].length];
        double squared = 0;
        for (int d = 0; d < mean_D.length; d++) {
            double value = rows_ND.at(row, d) - mean_D[d];
            double[] axis_K = axes_DK[d];
            squared += value * value;
            for (int k = 0; k < inside_K.length; k++) {
                inside_K[k] += value * axis_K[k];
            }
        }
        return Math.sqrt(
                Math.max(0, squared - Arrays.stream(inside_K).map(x -> x * x).sum()));
    }

    @Override
    public int columns() {
        return mean_D.length;
    }
}
