package org.doubtless.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
class ImportTest {
    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    TestJobs jobs;

    @Inject
    PoolConfig config;

    @Inject
    Sql sql;

    private TestPerson lead;
    private ProjectId project;

    @BeforeEach
    void aProject() {
        lead = people.person("Lead");
        project = projects.project(lead);
    }

    @Test
    void takes_images_and_zips_and_names_what_it_does_not_take() throws IOException {
        Map<String, byte[]> packed = new LinkedHashMap<>();
        packed.put("a/1.png", SampleImages.png(20, 10, 1));
        packed.put("a/2.jpg", SampleImages.jpeg(600, 300, 2));
        packed.put("again.png", SampleImages.png(20, 10, 1));
        packed.put("../../evil.png", SampleImages.png(5, 5, 9));
        packed.put("inner.zip", SampleZips.of(Map.of("x.png", SampleImages.png(5, 5, 8))));
        packed.put("huge.png", SampleImages.pngHeader(50_000, 50_000));
        packed.put("cut.jpg", SampleZips.cut(SampleImages.jpeg(100, 100, 3), 0.6));
        byte[] tiff = SampleImages.of("tiff");

        JsonPath ended = take(upload().multiPart("files", "set.zip", SampleZips.of(packed))
                .multiPart("files", "slide.tif", tiff)
                .multiPart("files", "empty.png", new byte[0])
                .multiPart("files", "text.png", "no image".getBytes(StandardCharsets.UTF_8))
                .multiPart("files", "broken.zip", SampleZips.cut(SampleZips.of(packed), 0.7)));

        assertThat(ended.getInt("result.taken")).isEqualTo(3);
        assertThat(ended.getInt("result.active") + ended.getInt("result.control"))
                .isEqualTo(3);
        assertThat(ended.getInt("result.duplicates")).isEqualTo(1);
        assertThat(ended.getInt("result.rejected")).isEqualTo(7);
        assertThat(ended.getInt("done")).isEqualTo(11);
        JsonPath rejections = get("/api/jobs/" + ended.getInt("id") + "/rejections");
        assertThat(rejections.getList("items.filename", String.class))
                .containsExactly(
                        "again.png",
                        "../../evil.png",
                        "inner.zip",
                        "huge.png",
                        "cut.jpg",
                        "empty.png",
                        "text.png",
                        "broken.zip");
        assertThat(rejections.getList("items.reason", String.class))
                .containsExactly(
                        "duplicate",
                        "zip_path_traversal",
                        "nested_zip",
                        "too_many_pixels",
                        "truncated",
                        "empty_file",
                        "not_an_image",
                        "unreadable_zip");
        long first = sql.number("select id from image where project_id = ? and filename = 'a/1.png'", project.value());
        assertThat(rejections.getLong("items[0].image")).isEqualTo(first);
        assertThat(rejections.getString("items[0].detail")).contains("a/1.png");
        assertThat(images()).isEqualTo(3);
        assertNothingIsLeftBehind();
    }

    @Test
    void keeps_the_bytes_as_they_came() {
        byte[] jpeg = SampleImages.withOrientation(SampleImages.jpeg(300, 200, 5), 6);
        take(upload().multiPart("files", "trap 05/turned.jpg", jpeg));

        JsonPath page = get("/api/projects/" + project + "/images");
        assertThat(page.getString("items[0].filename")).isEqualTo("trap 05/turned.jpg");
        assertThat(page.getInt("items[0].width")).isEqualTo(200);
        assertThat(page.getInt("items[0].height")).isEqualTo(300);
        assertThat(page.getInt("total")).isEqualTo(1);
        byte[] content = lead.bearer()
                .get(page.getString("items[0].content"))
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .extract()
                .asByteArray();
        assertThat(content).isEqualTo(jpeg);
    }

    @Test
    void recognises_in_a_second_upload_what_it_has() {
        byte[] zip = SampleZips.of(Map.of("a.png", SampleImages.png(9, 9, 1), "b.png", SampleImages.png(9, 9, 2)));
        take(upload().multiPart("files", "one.zip", zip));
        JsonPath second = take(upload().multiPart("files", "two.zip", zip));

        assertThat(second.getInt("result.taken")).isZero();
        assertThat(second.getInt("result.duplicates")).isEqualTo(2);
        assertThat(images()).isEqualTo(2);
    }

    /** Two imports of the same images at once: each image is stored once. */
    @Test
    void two_at_once_do_not_store_anything_twice() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 800; i++) {
            files.put(i + ".png", SampleImages.png(8, 8, i));
        }
        byte[] zip = SampleZips.of(files);
        long one = send(upload().multiPart("files", "one.zip", zip));
        long two = send(upload().multiPart("files", "two.zip", zip));
        JsonPath first = jobs.await(lead, one);
        JsonPath second = jobs.await(lead, two);

        assertThat(first.getInt("result.taken") + second.getInt("result.taken")).isEqualTo(800);
        assertThat(first.getInt("result.duplicates") + second.getInt("result.duplicates"))
                .isEqualTo(800);
        assertThat(images()).isEqualTo(800);
    }

    @Test
    void an_upload_without_files_is_told_what_to_send() {
        upload().multiPart("other", "x")
                .post("/api/projects/" + project + "/images")
                .then()
                .statusCode(400)
                .body("code", equalTo("no_files"));
    }

    @Test
    void only_a_lead_may_send_images() throws IOException {
        TestPerson annotator = people.person("Annotator");
        projects.member(project, annotator.id(), ProjectRole.ANNOTATOR);
        annotator
                .bearer()
                .multiPart("files", "a.png", SampleImages.png(4, 4, 1))
                .post("/api/projects/" + project + "/images")
                .then()
                .statusCode(403);
        assertNothingIsLeftBehind();
    }

    @Test
    void the_table_of_rejections_is_safe_to_open() {
        JsonPath ended = take(upload().multiPart("files", "=cmd|'x'!A1.png", "text".getBytes(StandardCharsets.UTF_8)));
        String csv = lead.bearer()
                .get("/api/jobs/" + ended.getInt("id") + "/rejections.csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv).startsWith("filename,reason,detail,image\r\n").contains("\"'=cmd|'x'!A1.png\",not_an_image,");
    }

    private RequestSpecification upload() {
        return lead.bearer();
    }

    private JsonPath take(RequestSpecification upload) {
        return jobs.await(lead, send(upload));
    }

    private long send(RequestSpecification upload) {
        return upload.post("/api/projects/" + project + "/images")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("job");
    }

    private JsonPath get(String path) {
        return lead.api().get(path).then().statusCode(200).extract().jsonPath();
    }

    private long images() {
        return sql.number("select count(*) from image where project_id = ?", project.value());
    }

    private void assertNothingIsLeftBehind() throws IOException {
        Path uploads = config.uploads();
        try (Stream<Path> files = Files.walk(uploads)) {
            List<String> left = files.filter(Files::isRegularFile)
                    .map(file -> uploads.relativize(file).toString())
                    .filter(name -> !name.equals("keeper") && !name.equals("incoming/lock"))
                    .toList();
            assertThat(left).isEmpty();
        }
    }
}
