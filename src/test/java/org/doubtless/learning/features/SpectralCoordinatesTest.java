package org.doubtless.learning.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.doubtless.learning.work.Cancellation;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class SpectralCoordinatesTest {

    private static final Cancellation GO_ON = Cancellation.never();

    private final NeighbourGraph graph = NeighbourGraph.of(Clouds.of(900, 6, 30, 3), GO_ON);

    @Test
    void findsTheEigenvaluesOfTheDenseSolver() {
        SpectralCoordinates spectrum = SpectralCoordinates.of(graph, 5, GO_ON);
        SymmetricEigenpairs dense = SymmetricEigenpairs.of(laplacian());
        assertThat(spectrum.count()).isEqualTo(150);
        for (int k = 0; k < 150; k++) {
            assertThat(spectrum.eigenvalues()[k]).isCloseTo(dense.values()[899 - k], within(k < 20 ? 1e-4 : 5e-3));
        }
    }

    @Test
    void givesSmoothCoordinatesOfUnitMeanSquare() {
        SpectralCoordinates spectrum = SpectralCoordinates.of(graph, 5, GO_ON);
        DMatrixRMaj laplacian = laplacian();
        for (int k = 0; k < 10; k++) {
            double square = 0;
            double off = 0;
            for (int i = 0; i < 900; i++) {
                double image = 0;
                for (int j = 0; j < 900; j++) {
                    image += laplacian.get(i, j) * eigenvector(spectrum, j, k);
                }
                off += Math.pow(image - spectrum.eigenvalues()[k] * eigenvector(spectrum, i, k), 2);
                square += Math.pow(spectrum.coordinates().at(i, k), 2);
            }
            assertThat(square / 900).isCloseTo(1, within(1e-4));
            // The vector's length is about √(900 · mean degree).
            assertThat(Math.sqrt(off / 900)).isLessThan(0.05);
        }
    }

    private double eigenvector(SpectralCoordinates spectrum, int node, int k) {
        return spectrum.coordinates().at(node, k) * Math.sqrt(graph.degree(node));
    }

    @Test
    void scalesAsTheRecipeDoes() {
        SpectralCoordinates spectrum = SpectralCoordinates.of(graph, 5, GO_ON);
        double[] values = spectrum.eigenvalues();
        double tau = values[8] * 0.1;
        double coarse = 0;
        double fine = 0;
        for (double value : values) {
            coarse += 1 / (value + tau);
            fine += 1 / (value + 0.003);
        }
        double expectedCoarse = spectrum.coordinates().at(17, 3) / Math.sqrt(values[3] + tau) / Math.sqrt(coarse);
        double expectedFine = spectrum.coordinates().at(17, 3) / Math.sqrt(values[3] + 0.003) / Math.sqrt(fine);
        assertThat((double) spectrum.coarse(6).at(17, 3)).isCloseTo(expectedCoarse, within(1e-5));
        assertThat((double) spectrum.fine().at(17, 3)).isCloseTo(expectedFine, within(1e-5));
    }

    @Test
    void tellsThePiecesOfAGraphApart() {
        FloatMatrix apart = Clouds.of(800, 4, 8, 3);
        for (int i = 0; i < 800; i++) {
            apart.values()[i * 8] += 100 * (i % 4);
        }
        SpectralCoordinates spectrum = SpectralCoordinates.of(NeighbourGraph.of(apart, GO_ON), 1, GO_ON);
        assertThat(spectrum.eigenvalues()[3]).isCloseTo(0, within(1e-5));
        assertThat(spectrum.eigenvalues()[4]).isGreaterThan(1e-3);
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(SpectralCoordinates.of(graph, 5, GO_ON).coordinates().values())
                .isEqualTo(SpectralCoordinates.of(graph, 5, GO_ON).coordinates().values());
    }

    @Test
    void worksOnTheSmallestPools() {
        for (int images : new int[] {1, 2, 5, 20, 100}) {
            NeighbourGraph small = NeighbourGraph.of(Clouds.of(images, 2, 4, 1), GO_ON);
            SpectralCoordinates spectrum = SpectralCoordinates.of(small, 1, GO_ON);
            assertThat(spectrum.count()).isEqualTo(Math.max(Math.min(images, 10), images / 5));
            for (float number : spectrum.coarse(10).values()) {
                assertThat(Float.isFinite(number)).isTrue();
            }
        }
    }

    private DMatrixRMaj laplacian() {
        DMatrixRMaj laplacian = new DMatrixRMaj(900, 900);
        for (int i = 0; i < 900; i++) {
            for (int j = 0; j < 900; j++) {
                double normalised = graph.weight(i, j) / Math.sqrt((double) graph.degree(i) * graph.degree(j));
                laplacian.set(i, j, (i == j ? 1 : 0) - normalised);
            }
        }
        return laplacian;
    }
}
