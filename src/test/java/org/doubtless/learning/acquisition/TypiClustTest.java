package org.doubtless.learning.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.doubtless.learning.features.FeatureMatrix;
import org.junit.jupiter.api.Test;

class TypiClustTest {

    private static final FeatureMatrix NONE = FeatureMatrix.ofRows(2, List.of());

    @Test
    void takesTheMostTypicalOfEachGroupTheLargestFirst() {
        FeatureMatrix features = blobs(60, 100, 80);
        Ranking ranking = Ranking.of(new TypiClust()
                .score(Candidates.of(features, 1).withLabelled(NONE).withBatch(3)));
        assertThat(ranking.row(0)).isEqualTo(mostTypical(features, 60, 160));
        assertThat(ranking.row(1)).isEqualTo(mostTypical(features, 160, 240));
        assertThat(ranking.row(2)).isEqualTo(mostTypical(features, 0, 60));
    }

    @Test
    void goesWhereNothingIsLabelledYet() {
        FeatureMatrix features = blobs(60, 100, 80);
        // One label in the largest blob.
        FeatureMatrix labelled = features.select(100);
        Ranking ranking = Ranking.of(new TypiClust()
                .score(Candidates.of(features, 1).withLabelled(labelled, 0).withBatch(2)));
        assertThat(ranking.row(0)).isBetween(160, 239);
        assertThat(ranking.row(1)).isBetween(0, 59);
    }

    @Test
    void leavesTinyGroupsForLast() {
        FeatureMatrix features = blobs(60, 3, 80);
        Ranking ranking = Ranking.of(new TypiClust()
                .score(Candidates.of(features, 1).withLabelled(NONE).withBatch(3)));
        assertThat(ranking.row(0)).isBetween(63, 142);
        assertThat(ranking.row(1)).isBetween(0, 59);
        assertThat(ranking.row(2)).isBetween(60, 62);
    }

    @Test
    void picksAllWhereTheBatchIsThePool() {
        FeatureMatrix features = blobs(4, 7);
        double[] scores = new TypiClust()
                .score(Candidates.of(features, 2).withLabelled(NONE).withBatch(30));
        assertThat(DoubleStream.of(scores).distinct().count()).isEqualTo(11);
    }

    private static int mostTypical(FeatureMatrix features, int from, int to) {
        return IntStream.range(from, to)
                .boxed()
                .min((a, b) -> Double.compare(
                        meanToNeighbours(features, a, from, to), meanToNeighbours(features, b, from, to)))
                .orElseThrow();
    }

    private static double meanToNeighbours(FeatureMatrix features, int row, int from, int to) {
        return IntStream.range(from, to)
                .filter(other -> other != row)
                .mapToDouble(other -> Math.hypot(
                        features.at(row, 0) - features.at(other, 0), features.at(row, 1) - features.at(other, 1)))
                .sorted()
                .limit(20)
                .average()
                .orElseThrow();
    }

    /** Round heaps of the given sizes, far apart. */
    private static FeatureMatrix blobs(int... sizes) {
        SplittableRandom random = new SplittableRandom(5);
        List<float[]> rows = new ArrayList<>();
        for (int blob = 0; blob < sizes.length; blob++) {
            for (int i = 0; i < sizes[blob]; i++) {
                rows.add(new float[] {
                    (float) (100 * blob + random.nextDouble() + random.nextDouble()),
                    (float) (random.nextDouble() + random.nextDouble())
                });
            }
        }
        return FeatureMatrix.ofRows(2, rows);
    }
}
