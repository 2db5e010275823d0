package org.doubtless.round.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What answers cost and how far people agree, against figures made by hand. */
@QuarkusTest
class WorkTest {
    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    Sql sql;

    private TestPerson lead;
    private TestPerson ann;
    private TestPerson ben;
    private ProjectId project;
    private long cat;
    private long dog;

    @BeforeEach
    void project() {
        lead = people.person("Lead");
        ann = people.person("Ann");
        ben = people.person("Ben");
        project = projects.project(lead, "cat", "dog");
        projects.member(project, ann.id(), ProjectRole.ANNOTATOR);
        projects.member(project, ben.id(), ProjectRole.ANNOTATOR);
        cat = label(0);
        dog = label(1);
    }

    private long label(int position) {
        return sql.number(
                "select id from project_class where project_id = ? and position = ?", project.value(), position);
    }

    private long image(int readers, String state, Long label) {
        long image = projects.image(project);
        sql.update("update image set readers = ?, state = ?, class_id = ? where id = ?", readers, state, label, image);
        return image;
    }

    private long answer(TestPerson person, long image, long label, int milliseconds, String purpose) {
        return sql.number(
                "insert into annotation (project_id, image_id, account_id, outcome, class_id, client_key, created_at,"
                        + " milliseconds, purpose) values (?, ?, ?, 'labelled', ?, gen_random_uuid()::text, now(), ?, ?)"
                        + " returning id",
                project.value(),
                image,
                person.id().value(),
                label,
                milliseconds,
                purpose);
    }

    private void score(List<Long> images, double data) {
        long model = sql.number("select published_model from project where id = ?", project.value());
        for (long image : images) {
            sql.update(
                    "insert into image_score select ?, ?, 0.5, ?::real, 0.1, ?, '{0.9,0.1}'", model, image, data, cat);
        }
    }

    private void model() {
        long model = projects.modelVersion(project);
        sql.update("create table image_score_" + model + " partition of image_score for values in (" + model + ")");
        sql.update("update project set published_model = ? where id = ?", model, project.value());
    }

    private JsonPath work(TestPerson person) {
        return person.api()
                .get("/api/projects/" + project + "/work")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void tellsPaceAgreementDoubtAndCost() {
        model();
        List<Long> clear = List.of(image(2, "labelled", cat), image(2, "labelled", cat));
        List<Long> unclear = List.of(image(2, "labelled", dog), image(2, "disagreement", null));
        score(clear, 0.01);
        score(unclear, 0.6);
        for (long image : clear) {
            answer(ann, image, cat, 2000, "answer");
            answer(ben, image, cat, 4000, "answer");
        }
        answer(ann, unclear.get(0), dog, 4000, "answer");
        answer(ben, unclear.get(0), dog, 8000, "answer");
        answer(ann, unclear.get(1), cat, 6000, "answer");
        answer(ben, unclear.get(1), dog, 8000, "answer");
        long gold = image(1, "labelled", cat);
        answer(ann, gold, dog, 60_000, "gold");

        JsonPath found = work(lead);
        assertThat(found.getList("people.name")).containsExactly("Ann", "Ben");
        // 2, 2, 4 and 6 seconds: the gold image is no answer.
        assertThat(found.getInt("people[0].answers")).isEqualTo(4);
        assertThat(found.getDouble("people[0].seconds")).isEqualTo(3, within(1e-9));
        assertThat(found.getDouble("people[0].quick")).isEqualTo(2, within(1e-9));
        assertThat(found.getDouble("people[0].slow")).isEqualTo(4.5, within(1e-9));
        assertThat(found.getDouble("people[0].unclear")).isEqualTo(0.5, within(1e-9));
        assertThat(found.getInt("people[0].together")).isEqualTo(4);
        assertThat(found.getInt("people[0].same")).isEqualTo(3);
        // Wilson's interval of 3 of 4.
        assertThat(found.getDouble("people[0].agreement.low")).isEqualTo(0.3006, within(1e-4));
        assertThat(found.getDouble("people[0].agreement.high")).isEqualTo(0.9544, within(1e-4));

        assertThat(found.getList("byDoubt.images")).containsExactly(2, 2);
        assertThat(found.getList("byDoubt.same")).containsExactly(2, 1);
        assertThat(found.getDouble("byDoubt[1].above")).isEqualTo(0.25, within(1e-9));

        assertThat(found.getList("byClass.name")).containsExactly("cat", "dog");
        // cat: 2 x 2 s, 2 x 4 s, 6 s; dog: 4 s, 2 x 8 s, and the minute on gold.
        assertThat(found.getDouble("byClass[0].minutes")).isEqualTo(18 / 60.0, within(1e-6));
        assertThat(found.getDouble("byClass[1].minutes")).isEqualTo(80 / 60.0, within(1e-6));
        assertThat(found.getInt("byClass[1].answers")).isEqualTo(4);
    }

    @Test
    void everybodySeesThemselvesInTens() {
        for (int k = 0; k < 13; k++) {
            long image = image(1, "labelled", cat);
            answer(ann, image, cat, k < 10 ? 1000 : 90_000, "answer");
            answer(ben, image(1, "labelled", dog), dog, 1000, "answer");
        }
        JsonPath own = work(ann);
        assertThat(own.getList("people.name")).containsExactly("Ann");
        assertThat(own.getInt("people[0].answers")).isEqualTo(10);
        assertThat(own.getDouble("people[0].slow")).isEqualTo(1, within(1e-9));
        assertThat(own.getList("byDoubt")).isEmpty();
        assertThat(own.getList("byClass")).isEmpty();
        assertThat(work(lead).getInt("people[0].answers")).isEqualTo(13);
    }
}
