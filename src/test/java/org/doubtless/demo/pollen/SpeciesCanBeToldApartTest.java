package org.doubtless.demo.pollen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A crude classifier must be right far more often than chance, or no network could learn from a few labels. */
class SpeciesCanBeToldApartTest {
    private static final int TRAINED = 16;
    private static final int TESTED = 12;

    @Test
    void theNearestCentroidNamesMostClearGrains() {
        Map<Species, List<double[]>> features = new EnumMap<>(Species.class);
        for (Species species : Species.values()) {
            features.put(species, clearGrains(species).map(GrainFeatures::of).toList());
        }
        double[] scale = scale(features.values().stream().flatMap(List::stream).toList());
        Map<Species, double[]> centroids = new EnumMap<>(Species.class);
        features.forEach((species, grains) -> centroids.put(species, mean(grains.subList(0, TRAINED))));

        int right = 0;
        for (Species species : Species.values()) {
            for (double[] grain : features.get(species).subList(TRAINED, TRAINED + TESTED)) {
                right += nearest(grain, centroids, scale) == species ? 1 : 0;
            }
        }

        double accuracy = (double) right / (TESTED * Species.values().length);
        assertThat(accuracy).isGreaterThan(0.7);
    }

    private static Stream<PollenSample> clearGrains(Species species) {
        Specimen wanted = new Specimen(Kind.CLEAR, Optional.of(species), Optional.empty());
        return IntStream.range(0, 20_000)
                .filter(index -> PollenSlides.specimen(3, index).equals(wanted))
                .limit(TRAINED + TESTED)
                .mapToObj(index -> PollenSlides.draw(3, index));
    }

    private static Species nearest(double[] grain, Map<Species, double[]> centroids, double[] scale) {
        return centroids.entrySet().stream()
                .min(Comparator.comparingDouble(entry -> distance(grain, entry.getValue(), scale)))
                .orElseThrow()
                .getKey();
    }

    private static double distance(double[] a, double[] b, double[] scale) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> (a[i] - b[i]) / scale[i])
                .map(difference -> difference * difference)
                .sum();
    }

    private static double[] mean(List<double[]> rows) {
        double[] mean = new double[rows.get(0).length];
        rows.forEach(row -> Arrays.setAll(mean, i -> mean[i] + row[i] / rows.size()));
        return mean;
    }

    private static double[] scale(List<double[]> rows) {
        double[] mean = mean(rows);
        double[] variance = new double[mean.length];
        rows.forEach(row -> Arrays.setAll(variance, i -> variance[i] + Math.pow(row[i] - mean[i], 2) / rows.size()));
        return Arrays.stream(variance).map(Math::sqrt).toArray();
    }
}
