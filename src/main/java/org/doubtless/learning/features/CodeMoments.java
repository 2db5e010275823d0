package org.doubtless.learning.features;

/**
 * The mean and covariance of rows that come in chunks, so that the rows need not be kept.
 *
 * <p>All are measured from the first chunk's mean, which keeps a mean far from zero from swallowing
 * the variance. Products within a chunk are 32-bit, their sums 64-bit.
 */
final class CodeMoments {

    /** Rows that are a good chunk: it stays in a processor's cache while it is multiplied by itself. */
    static final int CHUNK = 128;

    private static final int BLOCK = 16;

    private final double[][] products_DD;
    private final double[] sums_D;
    private float[] origin_D;
    private int rows;

    CodeMoments(int columns) {
        products_DD = new double[columns][columns];
        sums_D = new double[columns];
    }

    /** Adds rows [N][D], N at least 1; which rows come together may change the last bits. */
    void add(float[][] rows_ND, Workers workers) {
        if (origin_D == null) {
            origin_D = meanOf(rows_ND);
        }
        float[][] centred_ND = new float[rows_ND.length][sums_D.length];
        for (int n = 0; n < rows_ND.length; n++) {
            for (int d = 0; d < sums_D.length; d++) {
                centred_ND[n][d] = rows_ND[n][d] - origin_D[d];
                sums_D[d] += centred_ND[n][d];
            }
        }
        rows += rows_ND.length;
        float[][] centred_DN = Transposed.of(centred_ND);
        workers.each(sums_D.length, BLOCK, (from, to) -> {
            for (int d = from; d < to; d++) {
                float[] product_D = new float[sums_D.length];
                RowProduct.add(centred_DN[d], centred_ND, product_D, d);
                for (int other = d; other < product_D.length; other++) {
                    products_DD[d][other] += product_D[other];
                }
            }
        });
    }

    private static float[] meanOf(float[][] rows_ND) {
        float[] mean_D = new float[rows_ND[0].length];
        for (int d = 0; d < mean_D.length; d++) {
            double sum = 0;
            for (float[] row : rows_ND) {
                sum += row[d];
            }
            mean_D[d] = (float) (sum / rows_ND.length);
        }
        return mean_D;
    }

    /** N, the rows seen. */
    int rows() {
        return rows;
    }

    double[] mean() {
        double[] mean_D = new double[sums_D.length];
        for (int d = 0; d < mean_D.length; d++) {
            mean_D[d] = origin_D[d] + sums_D[d] / rows;
        }
        return mean_D;
    }

    /** The covariance [D][D], divided by N-1 (by 1 where N is 1); ends the counting. */
    double[][] covariance() {
        for (int d = 0; d < sums_D.length; d++) {
            for (int other = d; other < sums_D.length; other++) {
                double product = products_DD[d][other] - sums_D[d] * sums_D[other] / rows;
                products_DD[d][other] = product / Math.max(1, rows - 1);
                products_DD[other][d] = products_DD[d][other];
            }
        }
        return products_DD;
    }
}
