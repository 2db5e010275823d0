package org.doubtless.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doubtless.pool.ImageId;
import org.doubtless.pool.Withheld;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.DiscsAndSquares;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people are told of why an image is asked, and what not. */
@QuarkusTest
class WhyThisImageTest {
    private static final int ACTIVE = 60;
    private static final int CONTROL = 12;
    private static final int LABELLED = 12;
    private static final int NETWORKS = 5;

    @Inject
    DiscsAndSquares pool;

    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    Sql sql;

    private ProjectId project;
    private TestPerson annotator;
    private List<Long> labelled;

    @BeforeEach
    void a_round() {
        pool.make(ACTIVE, CONTROL);
        project = pool.project();
        labelled = pool.active().subList(0, LABELLED);
        pool.label(labelled);
        pool.label(pool.control().subList(0, 6));
        pool.round();
        annotator = people.person("Ann Ito");
        projects.member(project, annotator.id(), ProjectRole.ANNOTATOR);
    }

    @Test
    void every_score_has_the_votes_of_all_networks_in_few_bytes() {
        assertThat(sql.number(scores("count(*)"))).isEqualTo(ACTIVE + CONTROL);
        assertThat(sql.number(scores("count(*)") + " and length(votes) in (4, 8)"))
                .isEqualTo(ACTIVE + CONTROL);
        assertThat(sql.number(scores("count(*)") + " and get_byte(votes, 3) + case when length(votes) = 8"
                        + " then get_byte(votes, 7) else 0 end = " + NETWORKS))
                .isEqualTo(ACTIVE + CONTROL);
    }

    @Test
    void an_image_comes_with_votes_look_alikes_and_rank() {
        List<Map<String, Object>> told = told(claim());
        assertThat(told).hasSizeGreaterThan(20);
        int before = 0;
        for (Map<String, Object> item : told) {
            assertThat(sum(item)).isEqualTo(NETWORKS);
            Map<String, Integer> rank = as(item.get("rank"));
            assertThat(rank.get("place")).isGreaterThan(before).isLessThanOrEqualTo(rank.get("of"));
            before = rank.get("place");
            List<Map<String, Object>> nearest = as(item.get("nearest"));
            assertThat(nearest).hasSizeBetween(1, 4);
            for (Map<String, Object> one : nearest) {
                long image = ((Number) one.get("image")).longValue();
                assertThat(labelled).contains(image);
                assertThat(one.get("label"))
                        .isEqualTo(sql.value("select filename from image where id = ?", String.class, image));
            }
        }
    }

    /** Whichever arm it is of: what is missing may not tell. */
    @Test
    void of_what_is_withheld_nothing_is_told_and_it_is_nobodys_look_alike() {
        List<Map<String, Object>> items = claim();
        List<Map<String, Object>> withheld = items.stream()
                .filter(item -> item.get("reason").equals("withheld"))
                .toList();
        assertThat(withheld).isNotEmpty();
        for (Map<String, Object> item : withheld) {
            assertThat(item.get("votes")).isNull();
            assertThat(item.get("rank")).isNull();
            assertThat(item.get("suggestion")).isNull();
            assertThat(item.get("uncertainty")).isNull();
            assertThat(WhyThisImageTest.<List<Object>>as(item.get("nearest"))).isEmpty();
        }
        assertThat(items.stream().filter(item -> pool.control().contains(id(item))))
                .allMatch(withheld::contains);
    }

    @Test
    void labels_of_the_control_arm_of_audits_and_of_unsettled_images_are_never_shown() {
        Withheld withheld = new Withheld(42, 0.1);
        List<Long> open = labelled.stream()
                .filter(image -> !withheld.hides(new ImageId(image), false))
                .toList();
        long shown = open.get(0);
        long audited = open.get(1);
        long unsettled = open.get(2);
        long control = pool.control().get(0);
        sql.update(
                "update look_alike set near = ?::text::bigint[] where project_id = ?",
                "{%d,%d,%d,%d}".formatted(control, audited, unsettled, shown),
                project.value());
        long set = sql.number(
                "insert into automatic_set (project_id, model_version_id, most_wrong, created_at)"
                        + " select id, published_model, 0.1, now() from project where id = ? returning id",
                project.value());
        sql.update(
                "insert into automatic_audit select ?, ?, min(id), 0.9 from project_class where project_id = ?",
                set,
                audited,
                project.value());
        sql.update("update image set state = 'waiting', class_id = null where id = ?", unsettled);
        Set<Long> seen = new HashSet<>();
        for (Map<String, Object> item : told(claim())) {
            List<Map<String, Object>> nearest = as(item.get("nearest"));
            nearest.forEach(one -> seen.add(((Number) one.get("image")).longValue()));
        }
        assertThat(seen).containsExactly(shown);
    }

    @Test
    void scores_from_before_votes_were_kept_show_none() {
        sql.update("update image_score set votes = null where model_version_id ="
                + " (select published_model from project where id = " + project + ")");
        assertThat(told(claim())).isNotEmpty().allMatch(item -> item.get("votes") == null);
    }

    @Test
    void a_lead_may_hide_all_of_it() {
        pool.lead()
                .api()
                .body("{\"settings\": {\"showWhy\": false}}")
                .patch("/api/projects/" + project)
                .then()
                .statusCode(200);
        List<Map<String, Object>> items = claim();
        assertThat(items)
                .noneMatch(item -> item.get("votes") != null
                        || item.get("uncertainty") != null
                        || item.get("rank") != null
                        || !WhyThisImageTest.<List<Object>>as(item.get("nearest"))
                                .isEmpty());
        assertThat(items)
                .anyMatch(item ->
                        item.get("suggestion") != null && item.get("reason").equals("hidden"));
    }

    private List<Map<String, Object>> claim() {
        return annotator
                .api()
                .body("{\"count\": 60}")
                .post("/api/projects/" + project + "/queue/claim")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    private static List<Map<String, Object>> told(List<Map<String, Object>> items) {
        return items.stream().filter(item -> item.get("reason").equals("doubt")).toList();
    }

    private static int sum(Map<String, Object> item) {
        List<Map<String, Object>> votes = as(item.get("votes"));
        return votes.stream().mapToInt(vote -> (Integer) vote.get("networks")).sum();
    }

    private static long id(Map<String, Object> item) {
        return ((Number) item.get("image")).longValue();
    }

    private String scores(String what) {
        return "select " + what
                + " from image_score where model_version_id = (select published_model from project where id = "
                + project + ")";
    }

    @SuppressWarnings("unchecked")
    private static <T> T as(Object json) {
        return (T) json;
    }
}
