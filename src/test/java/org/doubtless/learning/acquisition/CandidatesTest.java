package org.doubtless.learning.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.posterior.PosteriorSamples;
import org.doubtless.learning.uncertainty.Doubt;
import org.junit.jupiter.api.Test;

class CandidatesTest {

    private final FeatureMatrix two = FeatureMatrix.ofRows(1, List.of(new float[] {1}, new float[] {2}));
    private final PosteriorSamples samples = new PosteriorSamples(1, 2, 2, new float[] {1, 0, 0.5f, 0.5f});

    @Test
    void keepsWhatItWasGiven() {
        Candidates candidates = Candidates.of(samples, 7)
                .withFeatures(two)
                .withLabelled(two.range(0, 1), 4)
                .withBatch(3);
        assertThat(candidates.size()).isEqualTo(2);
        assertThat(candidates.seed()).isEqualTo(7);
        assertThat(candidates.batch()).isEqualTo(3);
        assertThat(candidates.doubts()).hasSize(2);
        assertThat(candidates.samples()).isSameAs(samples);
        assertThat(candidates.features()).isSameAs(two);
        assertThat(candidates.labelled().rows()).isEqualTo(1);
        assertThat(candidates.labelledLabels()).containsExactly(4);
    }

    @Test
    void saysWhichPartIsMissing() {
        Candidates bare = new Candidates(List.of(new Doubt(0, 0, 0, 0, 1, 0, 0)), 0);
        assertMissing(bare::samples, "samples [S,N,C]");
        assertMissing(bare::features, "features [N,D]");
        assertMissing(bare::labelled, "labelled images");
        assertMissing(bare::labelledLabels, "labelled images");
        assertMissing(Candidates.of(two, 0)::doubts, "doubts of a model");
        assertThat(bare.batch()).isEqualTo(10);
    }

    private static void assertMissing(Runnable part, String named) {
        assertThatThrownBy(part::run).isInstanceOf(IllegalStateException.class).hasMessageContaining(named);
    }

    @Test
    void refusesPartsThatDoNotFit() {
        Candidates one = new Candidates(List.of(new Doubt(0, 0, 0, 0, 1, 0, 0)), 0);
        assertThatThrownBy(() -> one.withFeatures(two)).hasMessageContaining("2 images");
        assertThatThrownBy(() -> one.withSamples(samples)).hasMessageContaining("2 images");
        assertThatThrownBy(() -> one.withLabelled(two, 1)).hasMessageContaining("1 labels for 2");
        assertThatThrownBy(() -> one.withBatch(0)).hasMessageContaining("at least 1");
    }
}
