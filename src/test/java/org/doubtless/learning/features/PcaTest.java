package org.doubtless.learning.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.doubtless.learning.work.Cancellation;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PcaTest {

    private static final int N = 900;
    private static final int D = 60;

    private final Workers workers = new Workers(2, Cancellation.never());

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void measuresMeanAndCovarianceLikeASlowReference() {
        float[][] rows = rows(300, 7, 100);
        CodeMoments moments = moments(rows);
        double[][] covariance = moments.covariance();
        double[] mean = moments.mean();
        for (int a = 0; a < 7; a++) {
            for (int b = 0; b < 7; b++) {
                double sum = 0;
                for (float[] row : rows) {
                    sum += (row[a] - mean(rows, a)) * (row[b] - mean(rows, b));
                }
                assertThat(covariance[a][b]).isCloseTo(sum / 299, within(1e-3));
            }
            assertThat(mean[a]).isCloseTo(mean(rows, a), within(1e-5));
        }
    }

    @Test
    void findsTheEigenvectorsThatAFullDecompositionFinds() {
        double[][] covariance = moments(rows(N, D, 0)).covariance();
        SymmetricEigenpairs all = SymmetricEigenpairs.of(new DMatrixRMaj(covariance));
        TopEigenvectors top = TopEigenvectors.of(covariance, 10, 3, workers);
        for (int k = 0; k < 10; k++) {
            assertThat(top.value(k)).isCloseTo(all.values()[k], within(1e-5 * all.values()[0]));
            double cosine = 0;
            for (int d = 0; d < D; d++) {
                cosine += top.vector(k)[d] * all.vectors().get(d, k);
            }
            assertThat(Math.abs(cosine)).isCloseTo(1, within(1e-3));
        }
    }

    @Test
    void componentsAreUncorrelatedAndOfTheWantedVariance() {
        float[][] rows = rows(N, D, 5);
        double[][] plain = projectedCovariance(rows, 0);
        double[][] half = projectedCovariance(rows, 0.5);
        double[][] white = projectedCovariance(rows, 1);
        for (int a = 0; a < 8; a++) {
            assertThat(white[a][a]).isCloseTo(1, within(1e-3));
            assertThat(half[a][a]).isCloseTo(Math.sqrt(plain[a][a]), within(1e-3 * half[0][0]));
            for (int b = 0; b < a; b++) {
                assertThat(white[a][b]).isCloseTo(0, within(1e-3));
            }
        }
    }

    @Test
    void leavesOutDirectionsInWhichNothingVaries() {
        float[][] rows = rows(200, 3, 0);
        float[][] repeated = new float[200][6];
        for (int n = 0; n < 200; n++) {
            for (int d = 0; d < 6; d++) {
                repeated[n][d] = rows[n][d % 3];
            }
        }
        assertThat(Pca.fit(moments(repeated), 6, 0.5, 1, workers).columns()).isEqualTo(3);
        float[][] alike = new float[50][4];
        Pca nothing = Pca.fit(moments(alike), 4, 0.5, 1, workers);
        assertThat(nothing.project(alike[0])).containsExactly(0);
        assertThat(Pca.fit(moments(new float[][] {{1, 2}}), 2, 0, 1, workers).project(new float[] {1, 2}))
                .containsExactly(0);
    }

    @Test
    void dependsNotOnTheNumberOfThreads() {
        float[][] rows = rows(N, D, 0);
        float[] expected = Pca.fit(moments(rows), 10, 0.5, 1, workers).project(rows[0]);
        try (Workers one = new Workers(1, Cancellation.never())) {
            CodeMoments moments = new CodeMoments(D);
            addAll(rows, moments, one);
            assertThat(Pca.fit(moments, 10, 0.5, 1, one).project(rows[0])).containsExactly(expected);
        }
    }

    private double[][] projectedCovariance(float[][] rows, double whitening) {
        Pca pca = Pca.fit(moments(rows), 8, whitening, 2, workers);
        return moments(Arrays.stream(rows).map(pca::project).toArray(float[][]::new))
                .covariance();
    }

    private CodeMoments moments(float[][] rows) {
        CodeMoments moments = new CodeMoments(rows[0].length);
        addAll(rows, moments, workers);
        return moments;
    }

    private static void addAll(float[][] rows, CodeMoments moments, Workers workers) {
        for (int from = 0; from < rows.length; from += 100) {
            moments.add(Arrays.copyOfRange(rows, from, Math.min(rows.length, from + 100)), workers);
        }
    }

    private static double mean(float[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).average().orElseThrow();
    }

    /** Rows whose columns hang together, far from zero by {@code offset}. */
    private static float[][] rows(int count, int columns, double offset) {
        SplittableRandom random = new SplittableRandom(11);
        double[][] mixing = new double[columns][columns];
        for (double[] row : mixing) {
            Arrays.setAll(row, i -> random.nextGaussian() / (1 + i));
        }
        float[][] rows = new float[count][columns];
        for (float[] row : rows) {
            double[] source = random.doubles(columns).map(u -> u - 0.5).toArray();
            for (int d = 0; d < columns; d++) {
                double sum = offset;
                for (int i = 0; i < columns; i++) {
                    sum += mixing[d][i] * source[i];
                }
                row[d] = (float) sum;
            }
        }
        return rows;
    }
}
