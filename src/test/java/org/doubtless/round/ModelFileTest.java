package org.doubtless.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.doubtless.cli.predict.Predicted;
import org.doubtless.project.ProjectRole;
import org.doubtless.round.features.ForgetGraphs;
import org.doubtless.support.DiscsAndSquares;
import org.doubtless.support.Sql;
import org.doubtless.support.TestJobs;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class ModelFileTest {
    private static final int ACTIVE = 30;

    @Inject
    DiscsAndSquares pool;

    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    TestJobs jobs;

    @Inject
    Sql sql;

    @Inject
    ForgetGraphs graphs;

    @TempDir
    Path folder;

    @BeforeEach
    void aModel() {
        pool.make(ACTIVE, 6);
        pool.label(pool.active().subList(0, 8));
        pool.round();
    }

    @Test
    void a_downloaded_model_says_of_images_outside_its_graph_what_the_product_says() throws IOException {
        List<Long> others = List.of(pool.addActive(), pool.addActive(), pool.addActive());
        pool.label(pool.active().subList(8, 12));
        pool.round();
        // Published again, model 1 scores what came after its graph.
        pool.publish(1);
        graphs.forget();
        Path file = download(1);

        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        for (long image : others) {
            Files.write(pictures.resolve(image + ".png"), content(image));
        }
        JsonNode answers = predicted(file, pictures);
        assertThat(answers).hasSize(3);
        for (JsonNode answer : answers) {
            long image = Long.parseLong(Path.of(answer.get("picture").asText())
                    .getFileName()
                    .toString()
                    .replace(".png", ""));
            assertThat(answer.get("class").asText()).isEqualTo(score(image, "prediction", String.class));
            assertThat(answer.get("probabilities").get("disc").floatValue())
                    .isCloseTo(score(image, "probabilities[1]", Float.class), within(1e-5f));
            assertThat(answer.get("doubt").get("model").floatValue())
                    .isCloseTo(score(image, "epistemic", Float.class), within(1e-5f));
            assertThat(answer.get("doubt").get("data").floatValue())
                    .isCloseTo(score(image, "aleatoric", Float.class), within(1e-5f));
        }
    }

    @Test
    void the_file_is_made_once_by_a_job_and_then_sent() {
        Response first = get(pool.lead(), 1);
        assertThat(first.statusCode()).isEqualTo(202);
        long job = first.jsonPath().getLong("job");
        assertThat(first.header("Retry-After")).isNotBlank();
        jobs.await(pool.lead(), job);

        Response second = get(pool.lead(), 1);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.header("Content-Disposition")).contains("-model-1.doubtless\"");
        assertThat(second.asByteArray()).hasSize(Integer.parseInt(second.header("Content-Length")));
        assertThat(get(pool.lead(), 1).asByteArray()).isEqualTo(second.asByteArray());
        pool.lead().api().post(path(1)).then().statusCode(200).body("ready", equalTo(true));
        assertThat(sql.number(
                        "select count(*) from job where project_id = ? and kind = 'model-file'",
                        pool.project().value()))
                .isEqualTo(1);
    }

    @Test
    void a_project_keeps_its_newest_two_files_and_no_piece_of_the_others() throws IOException {
        for (int number : new int[] {2, 3}) {
            sql.update(
                    "insert into model_version (project_id, number, state, parameters, metrics, provenance, created_at)"
                            + " values (?, ?, 'kept', '', '{}', '{}', now())",
                    pool.project().value(),
                    number);
            sql.update(
                    "insert into model_file (model_version_id, byte_count, made_at)"
                            + " select id, 3, now() - interval '1 day' * (9 - number) from model_version"
                            + " where project_id = ? and number = ?",
                    pool.project().value(),
                    number);
            sql.update(
                    "insert into model_file_piece (model_version_id, turn, content)"
                            + " select id, 0, 'abc' from model_version where project_id = ? and number = ?",
                    pool.project().value(),
                    number);
        }
        download(1);
        assertThat(get(pool.lead(), 1).statusCode()).isEqualTo(200);
        assertThat(get(pool.lead(), 3).asString()).isEqualTo("abc");
        assertThat(sql.number(
                        "select count(*) from model_file_piece p join model_version m on m.id = p.model_version_id"
                                + " where m.project_id = ? and m.number = 2",
                        pool.project().value()))
                .isZero();
    }

    @Test
    void nobody_but_leads_and_administrators_gets_it() {
        TestPerson annotator = people.person("Annotator");
        projects.member(pool.project(), annotator.id(), ProjectRole.ANNOTATOR);
        assertThat(get(annotator, 1).statusCode()).isEqualTo(403);
        assertThat(get(people.administrator("Administrator"), 1).statusCode()).isEqualTo(202);
        assertThat(get(pool.lead(), 9).statusCode()).isEqualTo(404);
    }

    private JsonNode predicted(Path model, Path pictures) throws IOException {
        Predicted predicted = Predicted.by("--model", model.toString(), "--format", "json", pictures.toString());
        assertThat(predicted.status()).as(predicted.complaints()).isZero();
        return new ObjectMapper().readTree(predicted.answers());
    }

    private Path download(int number) throws IOException {
        Response preparation = pool.lead().api().post(path(number));
        if (preparation.statusCode() == 202) {
            jobs.await(pool.lead(), preparation.jsonPath().getLong("job"));
        }
        Response file = get(pool.lead(), number);
        assertThat(file.statusCode()).isEqualTo(200);
        return Files.write(folder.resolve("model-" + number + ".doubtless"), file.asByteArray());
    }

    private Response get(TestPerson person, int number) {
        return person.bearer().get(path(number));
    }

    private String path(int number) {
        return "/api/projects/" + pool.project() + "/models/" + number + "/download";
    }

    private byte[] content(long image) {
        return sql.value("select content from image_content where image_id = ?", byte[].class, image);
    }

    private <T> T score(long image, String column, Class<T> type) {
        String value =
                column.equals("prediction") ? "(select name from project_class c where c.id = prediction)" : column;
        return sql.value(
                "select " + value + " from image_score where image_id = ? and model_version_id ="
                        + " (select id from model_version where project_id = ? and number = 1)",
                type,
                image,
                pool.project().value());
    }
}
