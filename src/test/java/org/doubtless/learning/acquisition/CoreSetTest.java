package org.doubtless.learning.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.doubtless.learning.features.FeatureMatrix;
import org.junit.jupiter.api.Test;

class CoreSetTest {

    private static final FeatureMatrix NONE = SomeCandidates.features(1, 4, 0).range(0, 0);

    @Test
    void picksTheFarthestAsASlowReferenceDoes() {
        FeatureMatrix features = SomeCandidates.features(300, 4, 1);
        FeatureMatrix labelled = SomeCandidates.features(5, 4, 2);
        List<float[]> centres = new ArrayList<>();
        for (int row = 0; row < 5; row++) {
            centres.add(row(labelled, row));
        }
        double[] scores = new CoreSet()
                .score(Candidates.of(features, 0)
                        .withLabelled(labelled, new int[5])
                        .withBatch(20));
        Ranking ranking = Ranking.of(scores);
        for (int pick = 0; pick < 20; pick++) {
            int slow = IntStream.range(0, 300)
                    .boxed()
                    .max((a, b) -> Double.compare(distance(features, a, centres), distance(features, b, centres)))
                    .orElseThrow();
            assertThat(ranking.row(pick)).isEqualTo(slow);
            centres.add(row(features, slow));
        }
        for (int place = 20; place < 300; place++) {
            int row = ranking.row(place);
            assertThat(scores[row]).isCloseTo(distance(features, row, centres), within(1e-5));
        }
    }

    @Test
    void drawsTheFirstOfAllAndThenGoesFar() {
        FeatureMatrix features = SomeCandidates.features(50, 4, 3);
        List<Integer> firsts = new ArrayList<>();
        for (long seed = 0; seed < 20; seed++) {
            Candidates candidates = Candidates.of(features, seed).withLabelled(NONE);
            firsts.add(Ranking.of(new CoreSet().score(candidates)).row(0));
        }
        assertThat(firsts.stream().distinct().count()).isGreaterThan(5);
    }

    @Test
    void takesNoCopyWhileThereAreOthers() {
        FeatureMatrix twice = SomeCandidates.features(6, 4, 4).select(0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5);
        Ranking ranking = Ranking.of(
                new CoreSet().score(Candidates.of(twice, 1).withLabelled(NONE).withBatch(12)));
        assertThat(IntStream.range(0, 6).mapToObj(place -> ranking.row(place) % 6))
                .doesNotHaveDuplicates();
        assertThat(ranking.score(ranking.row(0))).isEqualTo(12);
    }

    @Test
    void refusesLabelledImagesOfOtherFeatures() {
        Candidates candidates =
                Candidates.of(SomeCandidates.features(3, 4, 1), 0).withLabelled(SomeCandidates.features(1, 5, 1), 0);
        assertThatThrownBy(() -> new CoreSet().score(candidates)).hasMessageContaining("5 features");
    }

    private static double distance(FeatureMatrix features, int row, List<float[]> centres) {
        float[] of = row(features, row);
        double least = Double.POSITIVE_INFINITY;
        for (float[] centre : centres) {
            double sum = 0;
            for (int d = 0; d < of.length; d++) {
                sum += Math.pow((double) of[d] - centre[d], 2);
            }
            least = Math.min(least, Math.sqrt(sum));
        }
        return least;
    }

    private static float[] row(FeatureMatrix features, int row) {
        float[] values = new float[features.columns()];
        features.copyRow(row, values, 0);
        return values;
    }
}
