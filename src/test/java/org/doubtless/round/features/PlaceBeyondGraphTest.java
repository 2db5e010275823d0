package org.doubtless.round.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.doubtless.jobs.StartJob;
import org.doubtless.support.DiscsAndSquares;
import org.doubtless.support.Sql;
import org.doubtless.support.TestJobs;
import org.junit.jupiter.api.Test;

/** A pool that is larger than its graph: all of it is on the map, and in the lists. */
@QuarkusTest
class PlaceBeyondGraphTest {
    private static final String ROWS = """
            select md5(string_agg(concat_ws(':', image_id, x, y, stranger, near, distance), ',' order by image_id))
            from image_layout where project_id = ?
            """;
    private static final int IN_GRAPH = 40;

    @Inject
    DiscsAndSquares pool;

    @Inject
    StartJob startJob;

    @Inject
    TestJobs jobs;

    @Inject
    Sql sql;

    @Test
    void all_images_are_placed_beside_their_like_and_copies_beyond_the_graph_are_found() {
        pool.make(70, 20);
        List<Long> active = pool.active();
        long original = active.get(active.size() - 3);
        long copy = active.get(active.size() - 1);
        sql.update(
                "update image_content set content = (select content from image_content where image_id = ?)"
                        + " where image_id = ?",
                original,
                copy);
        pool.label(pool.control());
        pool.label(active.subList(0, 6));
        pool.round();
        lay();
        assertThat(sql.number("select count(*) from image_layout where project_id = ?", id()))
                .isEqualTo(90);
        assertThat(sql.number(
                        "select count(*) from image_layout where project_id = ?"
                                + " and x between 0 and 1 and y between 0 and 1 and stranger between 0 and 1",
                        id()))
                .isEqualTo(90);
        assertThat(misplaced())
                .as("of 90, of which chance would misplace 45: nearer to the middle of the other kind")
                .isLessThan(18);

        Map<String, Object> first = pool.lead()
                .api()
                .get("/api/projects/" + pool.project() + "/maps/likeness/duplicates?limit=1")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("items[0]");
        assertThat(first.get("distance").toString()).startsWith("0");
        assertThat(sql.number(
                        "select count(*) from image_layout where project_id = ? and distance[1] = 0"
                                + " and image_id in (?, ?) and near[1] in (?, ?) and cardinality(near) = 12",
                        id(),
                        original,
                        copy,
                        original,
                        copy))
                .isEqualTo(2);
    }

    @Test
    void what_is_missing_is_placed_again_where_it_was() {
        pool.make(50, 10);
        pool.label(pool.control());
        pool.label(pool.active().subList(0, 6));
        pool.round();
        lay();
        String rows = sql.value(ROWS, String.class, id());
        sql.update(
                "delete from image_layout where project_id = ? and image_id in (select p.image_id from image_place p"
                        + " join project j on j.layout_graph = p.graph_id where j.id = ? order by p.image_id desc limit 10)",
                id(),
                id());
        lay();
        assertThat(sql.value(ROWS, String.class, id())).isEqualTo(rows);
    }

    private void lay() {
        long job = startJob.start(SmallGraphKind.job(pool.project(), IN_GRAPH)).value();
        jobs.await(pool.lead(), job);
    }

    private long misplaced() {
        return sql.number("""
                with placed as (select i.filename as kind, l.x, l.y from image_layout l join image i on i.id = l.image_id
                                where l.project_id = ?),
                     middles as (select kind, percentile_cont(0.5) within group (order by x) as x,
                                        percentile_cont(0.5) within group (order by y) as y from placed group by kind)
                select count(*) from placed p join middles own on own.kind = p.kind join middles other on other.kind <> p.kind
                where (p.x - own.x) ^ 2 + (p.y - own.y) ^ 2 > (p.x - other.x) ^ 2 + (p.y - other.y) ^ 2
                """, id());
    }

    private long id() {
        return pool.project().value();
    }
}
