package org.doubtless.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.doubtless.support.TestQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ClaimTest {
    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    TestQueue queue;

    @Inject
    Sql sql;

    private TestPerson lead;
    private ProjectId project;

    @BeforeEach
    void aProject() {
        lead = people.person("Lead");
        project = projects.project(lead, "cat", "dog");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10})
    void the_served_order_is_the_score_order_with_any_number_of_annotators(int annotators) throws Exception {
        List<Long> order = queue.filled(project, 60);
        List<List<Long>> served = claimTogether(annotators(annotators), 3);

        assertThat(served.stream().flatMap(List::stream).toList())
                .as("nobody gets an image that another has, and the best ones go first")
                .containsExactlyInAnyOrderElementsOf(order.subList(0, annotators * 6));
        for (List<Long> mine : served) {
            assertThat(mine.stream().map(order::indexOf).toList())
                    .as("each person is served in the order of the queue")
                    .isSorted();
        }
    }

    @Test
    void ties_are_served_by_id_so_that_the_order_is_one() {
        List<Long> ids = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            ids.add(queue.waiting(project, 0.5));
        }
        Collections.sort(ids);
        assertThat(claim(lead, 5)).isEqualTo(ids);
    }

    @Test
    void unscored_images_neither_block_nor_vanish() {
        long scoredFirst = queue.waiting(project, 0.2);
        long unscored = queue.unscored(project, 0.3);
        long scoredLast = queue.waiting(project, 0.9);
        assertThat(claim(lead, 10)).containsExactly(scoredFirst, unscored, scoredLast);
    }

    @Test
    void a_queue_without_any_score_is_served_all_the_same() {
        long b = queue.unscored(project, 0.7);
        long a = queue.unscored(project, 0.1);
        assertThat(claim(lead, 2)).containsExactly(a, b);
    }

    @Test
    void a_lapsed_lease_returns_its_image_and_a_live_one_does_not() {
        List<Long> order = queue.filled(project, 3);
        TestPerson other = annotators(1).get(0);
        assertThat(claim(lead, 2)).isEqualTo(order.subList(0, 2));
        assertThat(claim(other, 1)).isEqualTo(order.subList(2, 3));
        sql.update(
                "update queue_entry set leased_until = now() - interval '1 second' where image_id = ?", order.get(0));
        assertThat(claim(other, 3)).isEqualTo(order.subList(0, 1));
    }

    @Test
    void a_reloaded_page_gets_its_own_images_again() {
        List<Long> order = queue.filled(project, 4);
        claim(lead, 2);
        List<Long> again = ids(lead.api()
                .body("{\"count\": 3, \"again\": true}")
                .post("/api/projects/" + project + "/queue/claim")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.image", Long.class));
        assertThat(again).isEqualTo(order.subList(0, 3));
    }

    @Test
    void a_reloaded_page_gets_all_of_its_own_images_again() {
        List<Long> order = queue.filled(project, 4);
        claim(lead, 3);
        List<Long> again = ids(lead.api()
                .body("{\"count\": 1, \"again\": true}")
                .post("/api/projects/" + project + "/queue/claim")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.image", Long.class));
        assertThat(again).isEqualTo(order.subList(0, 3));
    }

    @Test
    void an_empty_queue_gives_an_empty_list() {
        lead.api()
                .body("{\"count\": 5}")
                .post("/api/projects/" + project + "/queue/claim")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void every_claim_is_written_down_with_place_and_score() {
        queue.filled(project, 2);
        claim(lead, 2);
        assertThat(sql.number(
                        "select count(*) from lease where project_id = ? and account_id = ? and reason = 'doubt'"
                                + " and score is not null",
                        project.value(),
                        lead.id().value()))
                .isEqualTo(2);
    }

    @Test
    void nobody_holds_more_than_they_can_answer() {
        queue.filled(project, LimitHeldImages.MOST + 20);
        claim(lead, 90);
        claim(lead, 90);
        assertThat(claim(lead, 90)).as("what is left of the limit").hasSize(LimitHeldImages.MOST - 180);
        lead.api()
                .body("{\"count\": 1}")
                .post("/api/projects/" + project + "/queue/claim")
                .then()
                .statusCode(409)
                .body("code", equalTo("too_many_held"));
        assertThat(claim(annotators(1).get(0), 5)).as("others go on").hasSize(5);
        sql.update(
                "delete from queue_entry where image_id in (select image_id from queue_entry where leased_by = ? limit 3)",
                lead.id().value());
        assertThat(claim(lead, 90)).as("as many as were answered").hasSize(3);
    }

    @Test
    void a_count_out_of_range_is_refused_in_words() {
        String detail = lead.api()
                .body("{\"count\": 0}")
                .post("/api/projects/" + project + "/queue/claim")
                .then()
                .statusCode(400)
                .extract()
                .path("detail");
        assertThat(detail).contains("1 to 100");
    }

    private List<TestPerson> annotators(int number) {
        List<TestPerson> all = new ArrayList<>();
        for (int k = 0; k < number; k++) {
            TestPerson person = people.person("Annotator " + k);
            projects.member(project, person.id(), ProjectRole.ANNOTATOR);
            all.add(person);
        }
        return all;
    }

    /** Everybody claims twice this many at the same moment; the images each one got, in order. */
    private List<List<Long>> claimTogether(List<TestPerson> everybody, int each) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(everybody.size());
        try {
            List<Future<List<Long>>> pending = new ArrayList<>();
            for (TestPerson person : everybody) {
                Callable<List<Long>> work = () -> {
                    go.await();
                    List<Long> mine = new ArrayList<>();
                    // A claim may find an entry locked by a neighbour and pass it by; the next one takes what is left.
                    while (mine.size() < 2 * each) {
                        mine.addAll(claim(person, Math.min(each, 2 * each - mine.size())));
                    }
                    return mine;
                };
                pending.add(threads.submit(work));
            }
            go.countDown();
            List<List<Long>> served = new ArrayList<>();
            for (Future<List<Long>> one : pending) {
                served.add(one.get());
            }
            assertThat(new HashSet<>(served.stream().flatMap(List::stream).toList()))
                    .hasSize(everybody.size() * 2 * each);
            return served;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Long> claim(TestPerson person, int count) {
        return ids(person.api()
                .body("{\"count\": " + count + "}")
                .post("/api/projects/" + project + "/queue/claim")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.image", Long.class));
    }

    private static List<Long> ids(List<Long> items) {
        return items;
    }
}
