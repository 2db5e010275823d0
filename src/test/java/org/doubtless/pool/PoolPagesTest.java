package org.doubtless.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.doubtless.pool.files.SampleImages;
import org.doubtless.pool.files.SampleZips;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.Sql;
import org.doubtless.support.TestJobs;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PoolPagesTest {
    private static final int IMAGES = 12;

    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    TestJobs jobs;

    @Inject
    Sql sql;

    private TestPerson lead;
    private ProjectId project;
    private List<Long> ids;

    @BeforeEach
    void aPool() {
        lead = people.person("Lead");
        project = projects.project(lead, "cat", "dog");
        ids = fill(project, "");
    }

    @Test
    void pages_meet_without_gap_or_overlap_in_every_order() {
        score();
        for (String order : List.of("id", "newest", "model", "data")) {
            List<Long> seen = new ArrayList<>();
            String after = "";
            while (after != null) {
                JsonPath page = page("order=" + order + "&limit=5&after=" + after);
                seen.addAll(page.getList("items.id", Long.class));
                after = page.getString("next");
            }
            assertThat(seen).as(order).containsExactlyElementsOf(expected(order));
        }
    }

    @Test
    void the_first_page_counts_and_the_others_do_not() {
        JsonPath first = page("limit=5");
        assertThat(first.getInt("total")).isEqualTo(IMAGES);
        assertThat((Object) page("limit=5&after=" + first.getString("next")).get("total"))
                .isNull();
    }

    @Test
    void filters_by_state_and_label() {
        sql.update(
                "update image set state = 'labelled', class_id = (select id from project_class where project_id = ? and name"
                        + " = 'dog') where id = ?",
                project.value(),
                ids.get(3));
        assertThat(page("label=dog").getList("items.id", Long.class)).containsExactly(ids.get(3));
        assertThat(page("label=dog").getString("items[0].label")).isEqualTo("dog");
        assertThat(page("state=labelled&order=model").getInt("total")).isEqualTo(1);
        assertThat(page("state=waiting").getInt("total")).isEqualTo(IMAGES - 1);
        assertThat(page("label=cat").getList("items")).isEmpty();
    }

    /** Those of the newest features, and those that nobody opens again; what older features lacked is no matter. */
    @Test
    void leads_list_what_no_model_reads_with_the_reason() {
        long old = set();
        feature(old, ids.get(1), "read by now");
        long newest = set();
        feature(newest, ids.get(4), "cut short");
        sql.update("insert into image_set_aside values (?, 'the program died', now())", ids.get(7));
        JsonPath aside = page("state=set_aside");
        assertThat(aside.getList("items.id", Long.class)).containsExactly(ids.get(4), ids.get(7));
        assertThat(aside.getList("items.setAside", String.class)).containsExactly("cut short", "the program died");
        assertThat(aside.getInt("total")).isEqualTo(2);
        TestPerson annotator = people.person("Annotator");
        projects.member(project, annotator.id(), ProjectRole.ANNOTATOR);
        annotator
                .api()
                .get("/api/projects/" + project + "/images?state=set_aside")
                .then()
                .statusCode(403)
                .body("code", equalTo("role_needed"));
        annotator.api().get("/api/images/" + ids.get(4)).then().statusCode(200).body("$", not(hasKey("setAside")));
    }

    private long set() {
        return sql.number(
                "insert into feature_set (project_id, extractor, fitted_on, seed, created_at)"
                        + " values (?, '', 1, 1, now()) returning id",
                project.value());
    }

    private void feature(long set, long image, String setAside) {
        sql.update("insert into image_feature values (?, ?, null, ?)", set, image, setAside);
    }

    @Test
    void wrong_wishes_are_told_the_right_ones() {
        refused("state=asleep", "unknown_state", "waiting, automatic, labelled");
        refused("label=cow", "unknown_label", "cat, dog");
        refused("order=size", "unknown_order", "id, newest, model or data");
        refused("limit=1000", "limit", "1 to 200");
        refused("after=xyz", "bad_after", "'next'");
    }

    @Test
    void only_leads_see_the_arm() {
        TestPerson viewer = people.person("Viewer");
        projects.member(project, viewer.id(), ProjectRole.VIEWER);
        String list = "/api/projects/" + project + "/images";
        lead.api().get(list).then().body("items[0]", hasKey("arm"));
        viewer.api().get(list).then().statusCode(200).body("items[0]", not(hasKey("arm")));
        viewer.api().get("/api/images/" + ids.get(0)).then().statusCode(200).body("$", not(hasKey("arm")));
    }

    @Test
    void the_images_of_another_project_are_not_there() {
        TestPerson stranger = people.person("Stranger");
        for (String path : List.of("", "/content", "/thumbnail", "/view")) {
            stranger.api()
                    .get("/api/images/" + ids.get(0) + path)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("image_not_found"))
                    .body("detail", containsString(ids.get(0).toString()));
        }
    }

    @Test
    void the_control_arm_is_the_same_in_another_pool_of_the_same_seed() {
        ProjectId other = projects.project(lead, "cat", "dog");
        fill(other, "renamed-");
        String sha =
                "select string_agg(encode(sha256, 'hex'), ',' order by sha256) from image where project_id = ? and arm"
                        + " = 'control'";
        assertThat(sql.value(sha, String.class, other.value()))
                .isEqualTo(sql.value(sha, String.class, project.value()));
    }

    private List<Long> expected(String order) {
        List<Long> rising = ids;
        List<Long> falling = new ArrayList<>(rising);
        java.util.Collections.reverse(falling);
        if (order.equals("id")) {
            return rising;
        }
        if (order.equals("newest")) {
            return falling;
        }
        // The upper half is scored, two and two alike; the others follow, newest first.
        List<Long> scored = new ArrayList<>();
        if (order.equals("model")) {
            scored.addAll(List.of(11, 10, 9, 8, 7, 6).stream().map(ids::get).toList());
        } else {
            scored.addAll(List.of(7, 6, 9, 8, 11, 10).stream().map(ids::get).toList());
        }
        scored.addAll(List.of(5, 4, 3, 2, 1, 0).stream().map(ids::get).toList());
        return scored;
    }

    private void score() {
        long model = sql.number(
                "insert into model_version (project_id, number, state, parameters, metrics, provenance, created_at)"
                        + " values (?, 1, 'published', '', '{}', '{}', now()) returning id",
                project.value());
        sql.update("create table image_score_" + model + " partition of image_score for values in (" + model + ")");
        for (int i = 6; i < IMAGES; i++) {
            int pair = i / 2;
            sql.update(
                    "insert into image_score select ?, ?, 0.5, ?::real, ?::real, min(id), '{0.5,0.5}' from project_class"
                            + " where project_id = ?",
                    model,
                    ids.get(i),
                    0.9 - 0.1 * pair,
                    0.1 * pair,
                    project.value());
        }
        sql.update("update project set published_model = ? where id = ?", model, project.value());
    }

    private List<Long> fill(ProjectId pool, String prefix) {
        Map<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < IMAGES; i++) {
            files.put(prefix + (char) ('a' + i) + ".png", SampleImages.png(8, 8, i));
        }
        jobs.await(
                lead,
                lead.bearer()
                        .multiPart("files", "pool.zip", SampleZips.of(files))
                        .post("/api/projects/" + pool + "/images")
                        .then()
                        .statusCode(202)
                        .extract()
                        .jsonPath()
                        .getLong("job"));
        return lead.api()
                .get("/api/projects/" + pool + "/images")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", Long.class);
    }

    private JsonPath page(String query) {
        return lead.api()
                .get("/api/projects/" + project + "/images?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void refused(String query, String code, String words) {
        lead.api()
                .get("/api/projects/" + project + "/images?" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo(code))
                .body("detail", containsString(words));
    }
}
