package org.doubtless.round.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.doubtless.support.DiscsAndSquares;
import org.doubtless.support.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An image that takes with it whatever process reads it. */
@QuarkusTest
class DeadlyImageTest {
    private static final int ACTIVE = 24;
    private static final int CONTROL = 4;

    @Inject
    DiscsAndSquares pool;

    @Inject
    SetsUnderWay underWay;

    @Inject
    Sql sql;

    private long deadly;

    @BeforeEach
    void aPool() {
        pool.make(ACTIVE, CONTROL);
        pool.label(pool.active().subList(0, 6));
        deadly = pool.active().get(15);
    }

    @Test
    void it_is_found_among_those_of_its_shard_and_the_round_goes_on_without_it() throws Exception {
        pool.round();
        long set = sql.number(
                "select id from feature_set where project_id = ?",
                pool.project().value());
        sql.update("delete from image_feature where feature_set_id = ?", set);
        underWay.enter(set);
        assertThat(DeadlyPictures.make(pool.project(), set, deadly)).isEqualTo(DeadlyPictures.DEATH);
        assertThat(features(set)).as("a shard is kept whole or not at all").isZero();
        assertThat(DeadlyPictures.make(pool.project(), set, deadly)).isEqualTo(DeadlyPictures.DEATH);
        assertThat(features(set)).as("those before it, one by one").isEqualTo(15);
        underWay.leave(set);

        requireSetAside(pool.round());
        assertThat(features(set)).isEqualTo(ACTIVE + CONTROL - 1);
        assertThat(sql.number("select count(*) from feature_attempt")).isZero();
        assertThat(sql.number("select count(*) from feature_shard where feature_set_id = ? and made_by is null", set))
                .isZero();
    }

    @Test
    void it_is_found_while_an_extractor_is_fitted() throws Exception {
        assertThat(DeadlyPictures.fit(pool.project(), deadly)).isEqualTo(DeadlyPictures.DEATH);
        assertThat(noted()).as("who died when many were read is not known").isNull();
        assertThat(DeadlyPictures.fit(pool.project(), deadly)).isEqualTo(DeadlyPictures.DEATH);
        assertThat(noted()).isEqualTo(deadly);
        requireSetAside(pool.round());
        assertThat(sql.number("select count(*) from fit_attempt")).isZero();
    }

    @Test
    void a_process_that_ends_in_order_leaves_no_suspicion() throws Exception {
        pool.round();
        long set = sql.number(
                "select id from feature_set where project_id = ?",
                pool.project().value());
        sql.update("delete from image_feature where feature_set_id = ?", set);
        assertThat(DeadlyPictures.make(pool.project(), set, 0)).isZero();
        assertThat(DeadlyPictures.fit(pool.project(), 0)).isZero();
        assertThat(features(set)).isEqualTo(ACTIVE + CONTROL);
        assertThat(sql.number("select count(*) from feature_attempt") + sql.number("select count(*) from fit_attempt"))
                .isZero();
    }

    private void requireSetAside(JsonPath round) {
        assertThat(round.getInt("result.setAside")).isEqualTo(1);
        List<String> lines = round.getList("log.line");
        assertThat(lines)
                .anyMatch(line -> line.startsWith("Set aside: image " + deadly + " (")
                        && line.endsWith("the program died while it read this image"));
    }

    private long features(long set) {
        return sql.number("select count(*) from image_feature where feature_set_id = ? and numbers is not null", set);
    }

    private Long noted() {
        return sql.value(
                "select image_id from fit_attempt where project_id = ?",
                Long.class,
                pool.project().value());
    }
}
