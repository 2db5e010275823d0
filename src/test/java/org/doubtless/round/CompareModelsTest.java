package org.doubtless.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.doubtless.learning.evaluation.PairedComparison;
import org.doubtless.model.Comparison;
import org.junit.jupiter.api.Test;

class CompareModelsTest {
    private static final int IMAGES = 120;

    @Test
    void a_chain_of_small_losses_is_seen_against_its_beginning() {
        Comparison last = against(3, 1, 4);
        assertThat(last.isWorse()).isFalse();
        Comparison first = against(1, 1, 12);
        assertThat(CompareModels.decisive(last, List.of(against(2, 1, 8), first)))
                .isEqualTo(first)
                .matches(Comparison::isWorse);
    }

    @Test
    void the_earlier_models_share_one_risk() {
        Comparison last = against(5, 2, 2);
        Comparison unlucky = against(1, 0, 5);
        assertThat(unlucky.isWorse()).as("alone it would be").isTrue();
        assertThat(CompareModels.decisive(last, List.of(unlucky))).isEqualTo(unlucky);
        assertThat(CompareModels.decisive(last, List.of(unlucky, against(2, 2, 2))))
                .isEqualTo(last);
    }

    @Test
    void the_published_one_decides_where_it_can() {
        Comparison worse = against(3, 0, 9);
        assertThat(CompareModels.decisive(worse, List.of(against(1, 0, 20)))).isEqualTo(worse);
        assertThat(CompareModels.decisive(worse, List.of())).isEqualTo(worse);
    }

    @Test
    void says_the_level_and_what_few_images_cannot_show() {
        assertThat(against(3, 1, 4).sentence())
                .contains("each limit 90 % certain")
                .doesNotContain("do not show");
        Comparison few = new Comparison(3, 24, 20, 21, 0, 1, -0.04, -0.2, 0.1);
        assertThat(few.sentence()).contains("Fewer than 50 control images do not show a loss of less than 10 points.");
    }

    private static Comparison against(int model, int onlyThis, int onlyOther) {
        PairedComparison pair = new PairedComparison(IMAGES, onlyThis, onlyOther);
        return new Comparison(
                model,
                IMAGES,
                90,
                90 + onlyOther - onlyThis,
                onlyThis,
                onlyOther,
                pair.difference(),
                pair.low(),
                pair.high());
    }
}
