package org.doubtless.dashboard.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doubtless.support.DiscsAndSquares;
import org.doubtless.support.Sql;
import org.junit.jupiter.api.Test;

/** The plane that a round lays a pool out on, against what the tables hold and what is reckoned here. */
@QuarkusTest
class LikenessMapTest {
    @Inject
    DiscsAndSquares pool;

    @Inject
    Sql sql;

    @Test
    void a_round_lays_the_pool_out_and_its_lists_follow_the_features() {
        pool.make(40, 20);
        pool.label(pool.control());
        pool.label(pool.active().subList(0, 6));
        pool.round();
        assertThat(sql.number("select count(*) from image_layout where project_id = ?", id()))
                .isEqualTo(60);
        JsonPath map = get("?colour=label");
        assertThat(map.getInt("images")).isEqualTo(60);
        List<Map<String, Object>> points = map.getList("points");
        assertThat(points).hasSize(60);
        assertThat(points).allSatisfy(point -> {
            assertThat(((Number) point.get("x")).doubleValue()).isBetween(0.0, 1.0);
            assertThat(((Number) point.get("y")).doubleValue()).isBetween(0.0, 1.0);
        });
        assertThat(map.getList("kinds.name")).isEqualTo(List.of("disc", "square", "none"));
        assertThat(map.getList("kinds.images")).isEqualTo(List.of(13, 13, 34));
        assertThat(nearerToTheirOwn(points)).as("discs and squares lie apart").isGreaterThan(50);

        List<Object> shown = new ArrayList<>();
        for (Map<String, Object> point : points) {
            double x = ((Number) point.get("x")).doubleValue();
            double y = ((Number) point.get("y")).doubleValue();
            // The triangle below the diagonal.
            if (y < x) {
                shown.add(point.get("image"));
            }
        }
        List<Object> listed = pool.lead()
                .api()
                .get("/api/projects/" + pool.project() + "/images?lasso=-0.01,-0.01,1.01,-0.01,1.01,1.01&limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        assertThat(listed).containsExactlyInAnyOrderElementsOf(shown);

        List<Float> strange = get("/strangers?limit=60").getList("items.value");
        assertThat(strange).hasSize(60).isSortedAccordingTo((a, b) -> Float.compare(b, a));
        List<Float> apart = get("/duplicates?limit=60").getList("items.distance");
        assertThat(apart).isSorted().hasSizeBetween(30, 60);
        long image = pool.active().get(0);
        List<Number> similar = get("/similar?image=" + image + "&limit=5").getList("items.image");
        assertThat(similar).hasSize(5);
        assertThat(similar.get(0).longValue())
                .isEqualTo(sql.number(
                        "select near[1] from image_layout where project_id = ? and image_id = ?", id(), image));
        assertThat(similar).doesNotContain((int) image);
        pool.round();
        assertThat(sql.number("select count(*) from image_layout where project_id = ?", id()))
                .isEqualTo(60);
    }

    @Test
    void a_lasso_that_is_none_is_refused() {
        pool.make(2, 0);
        for (String lasso : List.of("0.1,0.2", "0,0,1,1,x,0", "0,0,1,1,5,0")) {
            pool.lead()
                    .api()
                    .get("/api/projects/" + pool.project() + "/images?lasso=" + lasso)
                    .then()
                    .statusCode(400);
        }
        assertThat(get("").getString("model")).isNull();
    }

    /** How many have more of their own kind than of the other among the five that lie nearest on the plane. */
    private long nearerToTheirOwn(List<Map<String, Object>> points) {
        return points.stream()
                .filter(point -> points.stream()
                                .filter(other -> other != point)
                                .sorted((a, b) -> Double.compare(distance(point, a), distance(point, b)))
                                .limit(5)
                                .filter(other -> kind(other).equals(kind(point)))
                                .count()
                        >= 3)
                .count();
    }

    private String kind(Map<String, Object> point) {
        return sql.value(
                "select filename from image where id = ?", String.class, ((Number) point.get("image")).longValue());
    }

    private static double distance(Map<String, Object> a, Map<String, Object> b) {
        return Math.hypot(
                ((Number) a.get("x")).doubleValue() - ((Number) b.get("x")).doubleValue(),
                ((Number) a.get("y")).doubleValue() - ((Number) b.get("y")).doubleValue());
    }

    private long id() {
        return pool.project().value();
    }

    private JsonPath get(String query) {
        return pool.lead()
                .api()
                .get("/api/projects/" + pool.project() + "/maps/likeness" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
