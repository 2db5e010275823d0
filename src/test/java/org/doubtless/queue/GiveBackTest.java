package org.doubtless.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.doubtless.support.TestQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who leaves gives back what they hold, and no more than that. */
@QuarkusTest
class GiveBackTest {
    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    TestQueue queue;

    @Inject
    Sql sql;

    private TestPerson lead;
    private TestPerson ann;
    private ProjectId project;
    private List<Long> order;

    @BeforeEach
    void aQueueForTwo() {
        lead = people.person("Lead");
        ann = people.person("Ann");
        project = projects.project(lead, "cat", "dog");
        projects.member(project, ann.id(), ProjectRole.ANNOTATOR);
        order = queue.filled(project, 6);
    }

    @Test
    void what_is_given_back_is_the_next_persons_at_once() {
        List<Held> held = claim(lead, 3, false);
        assertThat(images(claim(ann, 1, false))).isEqualTo(order.subList(3, 4));
        giveBack(lead, held);
        assertThat(images(claim(ann, 2, false))).isEqualTo(order.subList(0, 2));
    }

    @Test
    void whoever_comes_back_is_given_the_same_images_in_the_same_order() {
        List<Held> held = claim(lead, 3, false);
        giveBack(lead, held);
        assertThat(images(claim(lead, 3, true))).isEqualTo(images(held));
    }

    @Test
    void a_page_that_goes_takes_nothing_from_the_page_that_came_meanwhile() {
        List<Held> before = claim(lead, 3, false);
        claim(lead, 3, true);
        giveBack(lead, before);
        assertThat(images(claim(ann, 2, false))).isEqualTo(order.subList(3, 5));
    }

    @Test
    void nobody_gives_back_what_others_hold() {
        List<Held> held = claim(lead, 3, false);
        giveBack(ann, held);
        assertThat(images(claim(ann, 2, false))).isEqualTo(order.subList(3, 5));
    }

    @Test
    void what_was_given_back_is_held_no_more() {
        for (int k = 0; k <= LimitHeldImages.MOST / order.size(); k++) {
            List<Held> held = claim(lead, 6, false);
            assertThat(held).hasSize(6);
            giveBack(lead, held);
        }
    }

    /** Gold is in no queue: it would stay when all others are given back, and show what it is. */
    @Test
    void nothing_is_given_back_where_gold_is_hidden_among_the_others() {
        lead.api()
                .body(Map.of("settings", Map.of("goldShare", 0.3)))
                .patch("/api/projects/" + project)
                .then()
                .statusCode(200);
        List<Held> held = claim(ann, 3, false);
        giveBack(ann, held);
        assertThat(images(claim(lead, 3, false))).doesNotContainAnyElementsOf(images(held));
        assertThat(images(claim(ann, 3, true))).isEqualTo(images(held));
    }

    private record Held(long image, String leasedUntil) {}

    private List<Held> claim(TestPerson person, int count, boolean again) {
        JsonPath claimed = person.api()
                .body(Map.of("count", count, "again", again))
                .post("/api/projects/" + project + "/queue/claim")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<Number> images = claimed.getList("items.image");
        List<String> ends = claimed.getList("items.leasedUntil");
        List<Held> held = new ArrayList<>();
        for (int k = 0; k < images.size(); k++) {
            held.add(new Held(images.get(k).longValue(), ends.get(k)));
        }
        return held;
    }

    private void giveBack(TestPerson person, List<Held> held) {
        person.api()
                .body(Map.of("images", held))
                .post("/api/projects/" + project + "/queue/release")
                .then()
                .statusCode(204);
    }

    private static List<Long> images(List<Held> held) {
        return held.stream().map(Held::image).toList();
    }
}
