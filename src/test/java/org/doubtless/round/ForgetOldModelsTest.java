package org.doubtless.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.doubtless.support.DiscsAndSquares;
import org.doubtless.support.Sql;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForgetOldModelsTest {
    private static final int WITH_SCORES = 2;

    @Inject
    DiscsAndSquares pool;

    @Inject
    Sql sql;

    @Test
    void ten_rounds_leave_no_more_behind_than_the_first() {
        pool.make(30, 4);
        pool.label(pool.active().subList(0, 4));
        for (int round = 1; round <= WITH_SCORES; round++) {
            pool.round();
        }
        long scores = count("image_score s join model_version m on m.id = s.model_version_id and m.project_id");
        assertThat(scores).isEqualTo(WITH_SCORES * 34L);
        String first = pool.scores(1);
        assertThat(first).isNotEmpty();
        for (int round = 1; round <= 10 - WITH_SCORES; round++) {
            pool.round();
        }
        assertThat(partitions()).isEqualTo(WITH_SCORES);
        assertThat(count("image_score s join model_version m on m.id = s.model_version_id and m.project_id"))
                .isEqualTo(scores);
        assertThat(count("queue_entry where project_id")).isEqualTo(30);
        assertThat(count("image_feature f join image i on i.id = f.image_id and i.project_id"))
                .isEqualTo(34);
        assertThat(
                        count(
                                "model_version where length(parameters) > 0 and metrics ->> 'trainingLabels' = '4' and project_id"))
                .as("what they were stays")
                .isEqualTo(10);

        pool.publish(1);
        assertThat(pool.scores(1)).isEqualTo(first);
        assertThat(partitions()).as("the published one beside the newest").isEqualTo(WITH_SCORES + 1);
        pool.round();
        assertThat(pool.scores(1)).isEmpty();
        assertThat(partitions()).isEqualTo(WITH_SCORES);
    }

    @Test
    void features_that_no_model_with_scores_needs_go_and_are_made_again_when_one_does() {
        pool.make(8, 0);
        pool.label(pool.active().subList(0, 4));
        pool.round();
        String first = pool.scores(1);
        for (int more = 0; more < 8; more++) {
            pool.addActive();
        }
        for (int round = 1; round <= WITH_SCORES; round++) {
            assertThat(ofSet("min")).as("round %d", round + 1).isEqualTo(8);
            pool.round();
        }
        assertThat(ofSet("min")).isZero();
        assertThat(ofSet("max")).isEqualTo(16);

        pool.publish(1);
        assertThat(ofSet("min")).isEqualTo(16);
        assertThat(pool.scores(1)).startsWith(first);
        pool.round();
        assertThat(ofSet("min")).isZero();
    }

    private long ofSet(String which) {
        return sql.number(
                "select count(*) from image_feature where feature_set_id = (select " + which
                        + "(id) from feature_set where project_id = ?)",
                pool.project().value());
    }

    private long count(String what) {
        return sql.number(
                "select count(*) from " + what + " = ?", pool.project().value());
    }

    private long partitions() {
        return sql.number(
                "select count(*) from pg_inherits i join pg_class c on c.oid = i.inhrelid join model_version m"
                        + " on c.relname = 'image_score_' || m.id where m.project_id = ?",
                pool.project().value());
    }
}
