package org.doubtless.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.doubtless.pool.files.SampleImages;
import org.doubtless.project.ProjectId;
import org.doubtless.support.TestJobs;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImageContentTest {
    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    TestJobs jobs;

    @Inject
    io.agroal.api.AgroalDataSource database;

    private TestPerson lead;
    private ProjectId project;

    @BeforeEach
    void aProject() {
        lead = people.person("Lead");
        project = projects.project(lead);
    }

    @Test
    void sends_the_whole_and_parts_of_it() {
        byte[] png = SampleImages.png(1100, 900, 1);
        String path = take("large.png", png) + "/content";
        assertThat(png.length).isGreaterThan(2_000_000);

        Response whole = lead.api().get(path);
        whole.then()
                .statusCode(200)
                .contentType("image/png")
                .header("Accept-Ranges", equalTo("bytes"))
                .header("Content-Length", equalTo(Integer.toString(png.length)))
                .header("Cache-Control", containsString("immutable"))
                .header("Content-Disposition", equalTo("inline; filename*=UTF-8''large.png"));
        assertThat(whole.asByteArray()).isEqualTo(png);
        assertThat(whole.headers().getValues("Content-Security-Policy")).contains("sandbox; default-src 'none'");
        Response part = lead.api().header("Range", "bytes=600000-1500001").get(path);
        part.then().statusCode(206).header("Content-Range", equalTo("bytes 600000-1500001/" + png.length));
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(png, 600_000, 1_500_002));
        lead.api().header("Range", "bytes=" + png.length + "-").get(path).then().statusCode(416);
        lead.api()
                .header("Range", "bytes=0-9")
                .header("If-Range", "\"another\"")
                .get(path)
                .then()
                .statusCode(200);
    }

    @Test
    void spares_those_who_have_it() {
        String image = take("a.jpg", SampleImages.jpeg(600, 400, 1));
        for (String path : List.of("/content", "/thumbnail", "/view")) {
            String tag = lead.api()
                    .get(image + path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .header("ETag");
            Response again = lead.api().header("If-None-Match", tag).get(image + path);
            again.then().statusCode(304);
            assertThat(again.asByteArray()).isEmpty();
        }
    }

    @Test
    void shows_what_browsers_cannot() throws IOException {
        String image = take("slide.tif", SampleImages.of("tiff"));
        lead.api().get(image + "/content").then().statusCode(200).contentType("image/tiff");
        lead.api().get(image).then().body("view", equalTo(image + "/view"));
        BufferedImage shown = picture(image + "/view", "image/png");
        assertThat(shown.getWidth()).isEqualTo(40);
        assertThat(shown.getRGB(5, 5)).isEqualTo(0xffff0000);
        assertThat(picture(image + "/thumbnail", "image/jpeg").getWidth()).isEqualTo(40);
    }

    @Test
    void makes_thumbnails_of_large_images_and_takes_small_ones_as_they_are() throws IOException {
        String large = take("large.jpg", SampleImages.jpeg(1000, 500, 1));
        BufferedImage thumbnail = picture(large + "/thumbnail", "image/jpeg");
        assertThat(thumbnail.getWidth()).isEqualTo(256);
        byte[] png = SampleImages.png(28, 28, 1);
        String small = take("small.png", png);
        assertThat(lead.api().get(small + "/thumbnail").asByteArray()).isEqualTo(png);
    }

    @Test
    void an_image_that_is_not_there_says_so() {
        for (String id : List.of("999999999", "abc", "-1", "1' or 1=1")) {
            lead.api()
                    .get("/api/images/{i}/content", id)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("detail", containsString(id));
        }
    }

    /** Whoever reads a locked table waits: so a list that touched the bytes would not answer. */
    @Test
    void no_list_or_count_touches_the_bytes() throws SQLException {
        String image = take("a.jpg", SampleImages.jpeg(600, 400, 1));
        int job = lead.api()
                .get("/api/projects/" + project + "/jobs")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table image_content, image_thumbnail in access exclusive mode");
            for (String path : List.of(
                    "/api/projects",
                    "/api/projects/" + project,
                    "/api/projects/" + project + "/status",
                    "/api/projects/" + project + "/images",
                    "/api/projects/" + project + "/images?order=newest",
                    "/api/projects/" + project + "/images?order=model&state=waiting",
                    "/api/projects/" + project + "/images?order=data&label=cat",
                    "/api/projects/" + project + "/jobs",
                    "/api/jobs/" + job,
                    "/api/jobs/" + job + "/rejections",
                    image)) {
                lead.api().get(path).then().statusCode(200);
            }
            connection.rollback();
        }
    }

    private BufferedImage picture(String path, String mediaType) throws IOException {
        Response response = lead.api().get(path);
        response.then().statusCode(200).contentType(mediaType);
        return ImageIO.read(new ByteArrayInputStream(response.asByteArray()));
    }

    /** The path of the image. */
    private String take(String name, byte[] content) {
        jobs.await(
                lead,
                lead.bearer()
                        .multiPart("files", name, content)
                        .post("/api/projects/" + project + "/images")
                        .then()
                        .statusCode(202)
                        .extract()
                        .jsonPath()
                        .getLong("job"));
        long id = lead.api()
                .get("/api/projects/" + project + "/images?order=newest&limit=1")
                .jsonPath()
                .getLong("items[0].id");
        return "/api/images/" + id;
    }
}
