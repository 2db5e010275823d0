package org.doubtless.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doubtless.pool.ImageId;
import org.doubtless.pool.Withheld;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.doubtless.support.TestQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sheet holds what the model takes for one class, and nothing that would be asked without a suggestion. */
@QuarkusTest
class SheetTest {
    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    TestQueue queue;

    @Inject
    Sql sql;

    private TestPerson ann;
    private TestPerson ben;
    private ProjectId project;
    private long model;

    @BeforeEach
    void aProjectWithAModel() {
        TestPerson lead = people.person("Lead");
        project = projects.project(lead, "cat", "dog");
        ann = annotator("Ann");
        ben = annotator("Ben");
        model = projects.modelVersion(project);
        sql.update("create table image_score_" + model + " partition of image_score for values in (" + model + ")");
        sql.update("update project set published_model = ? where id = ?", model, project.value());
    }

    @Test
    void the_class_of_which_most_wait_comes_first_in_the_order_of_the_queue() {
        List<Long> dogs = filled("dog", 30, 0.05);
        filled("cat", 6, 0.05);
        JsonPath sheet = sheet(ann, Map.of("count", 9));
        assertThat(sheet.getString("label")).isEqualTo("dog");
        assertThat(sheet.getInt("model")).isEqualTo(1);
        List<Long> served = images(sheet);
        assertThat(served).isEqualTo(shown(dogs).subList(0, 9));
        assertThat(sheet.getInt("left")).isEqualTo(shown(dogs).size() - 9);
        assertThat(sheet.getList("items.suggestion.label")).containsOnly("dog");
        assertThat(images(sheet(ben, Map.of("count", 9)))).doesNotContainAnyElementsOf(served);
    }

    @Test
    void a_class_may_be_chosen_and_a_sheet_given_back() {
        filled("dog", 20, 0.05);
        filled("cat", 12, 0.05);
        List<Long> cats = images(sheet(ann, Map.of("count", 9, "label", "cat")));
        assertThat(sql.number(
                        "select count(*) from queue_entry where leased_by = ?",
                        ann.id().value()))
                .isEqualTo(cats.size());
        sheet(ann, Map.of("count", 9, "label", "dog", "release", cats));
        assertThat(images(sheet(ben, Map.of("count", 9, "label", "cat")))).isEqualTo(cats);
    }

    @Test
    void nothing_that_is_asked_without_a_suggestion_comes_into_a_sheet() {
        List<Long> active = filled("cat", 80, 0.05);
        List<Long> control = new ArrayList<>();
        for (int k = 0; k < 10; k++) {
            long image = queue.control(project, 0.001 * (k + 1));
            score(image, "cat", 0.05);
            control.add(image);
        }
        long audited = active.get(0);
        sql.update("update queue_entry set reason = 'audit' where image_id = ?", audited);
        List<Long> withheld = new ArrayList<>(active);
        withheld.removeAll(shown(active));
        assertThat(withheld).as("the draw withholds some of the others, too").isNotEmpty();
        JsonPath sheet = sheet(ann, Map.of("count", 100));
        assertThat(images(sheet))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(control)
                .doesNotContainAnyElementsOf(withheld)
                .doesNotContain(audited);
        assertThat(sheet.getList("classes.images", Integer.class))
                .as("no number counts them either")
                .containsExactly(images(sheet).size());
    }

    @Test
    void only_what_the_models_are_sure_of_comes_into_a_sheet() {
        filled("cat", 5, 0.4);
        claim(Map.of()).then().body("items", empty()).body("nothing", equalTo("unsure"));
        sql.update("delete from queue_entry where project_id = ?", project.value());
        claim(Map.of()).then().body("nothing", equalTo("done"));
        sql.update("update project set published_model = null where id = ?", project.value());
        claim(Map.of()).then().body("nothing", equalTo("no_model"));
    }

    @Test
    void a_page_that_is_opened_anew_gets_its_sheet_again_and_no_skipped_image_comes_twice() {
        List<Long> cats = shown(filled("cat", 40, 0.05));
        List<Long> first = images(sheet(ann, Map.of("count", 9)));
        assertThat(images(sheet(ann, Map.of("count", 9, "again", true)))).isEqualTo(first);
        answer(ann, first.get(0), "skipped");
        assertThat(images(sheet(ann, Map.of("count", 9, "again", true))))
                .doesNotContain(first.get(0))
                .contains(first.get(1), cats.get(9));
    }

    @Test
    void an_answer_says_that_it_was_given_in_a_grid() {
        List<Long> cats = filled("cat", 12, 0.05);
        long image = images(sheet(ann, Map.of("count", 4))).get(0);
        ann.api()
                .body(Map.of(
                        "image",
                        image,
                        "outcome",
                        "labelled",
                        "label",
                        "cat",
                        "clientKey",
                        "k" + image,
                        "shown",
                        "grid"))
                .post("/api/projects/" + project + "/annotations")
                .then()
                .statusCode(201)
                .body("shown", equalTo("grid"));
        assertThat(sql.value("select shown from annotation where image_id = ?", String.class, image))
                .isEqualTo("grid");
        assertThat(cats).contains(image);
    }

    private void answer(TestPerson person, long image, String outcome) {
        person.api()
                .body(Map.of("image", image, "outcome", outcome, "clientKey", outcome + image))
                .post("/api/projects/" + project + "/annotations")
                .then()
                .statusCode(201);
    }

    /** Those of them that may be shown with a suggestion. */
    private List<Long> shown(List<Long> images) {
        Withheld withheld = new Withheld(42, 0.1);
        return images.stream()
                .filter(image -> !withheld.hides(new ImageId(image), false))
                .toList();
    }

    private List<Long> filled(String label, int images, double doubt) {
        List<Long> ids = queue.filled(project, images);
        ids.forEach(image -> score(image, label, doubt));
        return ids;
    }

    private void score(long image, String label, double doubt) {
        sql.update(
                "insert into image_score select ?, ?, ?::real, 0.01, ?::real, c.id,"
                        + " case c.name when 'cat' then '{0.9,0.1}'::real[] else '{0.1,0.9}' end"
                        + " from project_class c where c.project_id = ? and c.name = ?",
                model,
                image,
                doubt + 0.01,
                doubt,
                project.value(),
                label);
    }

    private JsonPath sheet(TestPerson person, Map<String, Object> wish) {
        return person.api()
                .body(wish)
                .post("/api/projects/" + project + "/queue/sheet")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private io.restassured.response.Response claim(Map<String, Object> wish) {
        return ann.api().body(wish).post("/api/projects/" + project + "/queue/sheet");
    }

    private static List<Long> images(JsonPath sheet) {
        return sheet.getList("items.image", Long.class);
    }

    private TestPerson annotator(String name) {
        TestPerson person = people.person(name);
        projects.member(project, person.id(), ProjectRole.ANNOTATOR);
        return person;
    }
}
