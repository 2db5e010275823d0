package org.doubtless.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doubtless.project.ProjectId;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.doubtless.support.TestQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lead marks many images as gold in one step, and takes it back. */
@QuarkusTest
class ManyGoldTest {
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
        project = projects.project(lead, "cat", "dog", "bird");
    }

    @Test
    void many_are_marked_at_once_and_put_back_as_they_were() {
        long waits = queue.waiting(project, 0.5);
        long known = queue.waiting(project, 0.6);
        mark(200, gold(known, "cat"));
        List<Map<String, Object>> marked =
                mark(200, gold(waits, "dog"), gold(known, "dog")).extract().path("items");
        assertThat(goldLabel(waits)).isEqualTo("dog");
        assertThat(goldLabel(known)).isEqualTo("dog");
        assertThat(label(waits)).isEqualTo("dog");
        assertThat(label(known)).as("who had a label keeps it").isEqualTo("cat");
        assertThat(marked).extracting(one -> one.get("before")).containsExactly(null, "cat");
        assertThat(marked).extracting(one -> one.get("answer") == null).containsExactly(false, true);

        mark(200, gold(waits, null), gold(known, "cat"));
        assertThat(goldLabel(waits)).isNull();
        assertThat(goldLabel(known)).isEqualTo("cat");
        lead.api()
                .body(Map.of("annotations", List.of(marked.get(0).get("answer"))))
                .post("/api/projects/" + project + "/annotations/bulk-withdrawal")
                .then()
                .statusCode(200);
        assertThat(label(waits)).isNull();
        mark(200, gold(waits, "bird"));
        assertThat(label(waits)).as("what was taken back is no answer").isEqualTo("bird");
    }

    @Test
    void where_one_cannot_be_marked_none_is() {
        long waits = queue.waiting(project, 0.5);
        long elsewhere = projects.image(projects.project(lead, "cat", "dog"));
        mark(404, gold(waits, "dog"), gold(elsewhere, "dog"));
        mark(400, gold(waits, "dog"), gold(waits + 1, "horse"));
        mark(400);
        assertThat(goldLabel(waits)).isNull();
        assertThat(label(waits)).isNull();
    }

    private static Map<String, Object> gold(long image, String label) {
        Map<String, Object> gold = new HashMap<>();
        gold.put("image", image);
        gold.put("label", label);
        return gold;
    }

    @SafeVarargs
    private ValidatableResponse mark(int status, Map<String, Object>... marks) {
        return lead.api()
                .body(Map.of("items", List.of(marks)))
                .put("/api/projects/" + project + "/gold")
                .then()
                .statusCode(status);
    }

    private String goldLabel(long image) {
        return sql.value(
                "select (select c.name from gold g join project_class c on c.id = g.class_id where g.image_id = ?)",
                String.class,
                image);
    }

    private String label(long image) {
        return sql.value(
                "select c.name from image i left join project_class c on c.id = i.class_id where i.id = ?",
                String.class,
                image);
    }
}
