package org.doubtless.support;

import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.Dependent;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectSettings;

/** A project whose images are discs and squares, its lead, and the rounds that they ask for. */
@Dependent
public class DiscsAndSquares {
    private static final int PIXELS = 28;

    private final TestPeople people;
    private final TestProjects projects;
    private final TestQueue queue;
    private final TestJobs jobs;
    private final Sql sql;
    private final SplittableRandom random = new SplittableRandom(5);
    private final List<Long> active = new ArrayList<>();
    private final List<Long> control = new ArrayList<>();
    private TestPerson lead;
    private ProjectId project;

    DiscsAndSquares(TestPeople people, TestProjects projects, TestQueue queue, TestJobs jobs, Sql sql) {
        this.people = people;
        this.projects = projects;
        this.queue = queue;
        this.jobs = jobs;
        this.sql = sql;
    }

    /** Makes the project; no round of it starts by itself. */
    public DiscsAndSquares make(int activeImages, int controlImages) {
        return make(activeImages, controlImages, 10_000);
    }

    /** Makes the project; so many new labels start a round. */
    public DiscsAndSquares make(int activeImages, int controlImages, int retrainAfter) {
        lead = people.person("Lead");
        project = projects.project(lead, new ProjectSettings(0.1, retrainAfter, 900, 5), "disc", "square");
        for (int k = 0; k < activeImages; k++) {
            addActive();
        }
        for (int k = 0; k < controlImages; k++) {
            control.add(drawn(queue.control(project, random.nextDouble()), k % 2 == 0));
        }
        return this;
    }

    /** One image more, which is in the queue; its id. */
    public long addActive() {
        active.add(drawn(queue.unscored(project, random.nextDouble()), active.size() % 2 == 0));
        return active.get(active.size() - 1);
    }

    private long drawn(long image, boolean disc) {
        sql.update("update image_content set content = ? where image_id = ?", picture(disc), image);
        sql.update("update image set filename = ? where id = ?", disc ? "disc" : "square", image);
        return image;
    }

    /** A picture of its own, as a PNG. */
    public byte[] picture(boolean disc) {
        BufferedImage picture = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = picture.createGraphics();
        int shade = 150 + random.nextInt(100);
        pen.setColor(new Color(shade, shade, shade));
        int x = 4 + random.nextInt(8);
        int y = 4 + random.nextInt(8);
        if (disc) {
            pen.fillOval(x, y, 13, 13);
        } else {
            pen.fillRect(x, y, 12, 12);
        }
        pen.dispose();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public ProjectId project() {
        return project;
    }

    public TestPerson lead() {
        return lead;
    }

    /** The images that may be trained on, discs on even places. */
    public List<Long> active() {
        return active;
    }

    public List<Long> control() {
        return control;
    }

    /** Labels them as what they are. */
    public void label(List<Long> images) {
        images.forEach(image -> answer(image, shape(image)));
    }

    /** Labels them as what they are not. */
    public void mislabel(List<Long> images) {
        images.forEach(image -> answer(image, shape(image).equals("disc") ? "square" : "disc"));
    }

    private String shape(long image) {
        return sql.value("select filename from image where id = ?", String.class, image);
    }

    private void answer(long image, String label) {
        lead.api()
                .body("{\"image\": %d, \"outcome\": \"labelled\", \"label\": \"%s\", \"clientKey\": \"%s\"}"
                        .formatted(image, label, UUID.randomUUID()))
                .post("/api/projects/" + project + "/annotations")
                .then()
                .statusCode(201);
    }

    /** Runs a round to its end; its job. */
    public JsonPath round() {
        return jobs.await(lead, post("/rounds"));
    }

    /** Publishes a version and waits for it; its job. */
    public JsonPath publish(int number) {
        return jobs.await(lead, post("/models/" + number + "/publish"));
    }

    private long post(String path) {
        return lead.api()
                .post("/api/projects/" + project + path)
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("job");
    }

    /** A document of the project. */
    public JsonPath get(String path) {
        return lead.api()
                .get("/api/projects/" + project + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The images of the served queue, first to be served in front. */
    public List<Long> queued() {
        String ids = sql.value(
                "select coalesce(string_agg(q.image_id::text, ',' order by q.position, q.image_id), '') from queue_entry q"
                        + " join project p on p.id = q.project_id and p.queue_generation = q.generation where p.id = ?",
                String.class,
                project.value());
        List<Long> images = new ArrayList<>();
        for (String id : ids.split(",")) {
            if (!id.isEmpty()) {
                images.add(Long.parseLong(id));
            }
        }
        return images;
    }

    /** The scores of a version, to the last bit. */
    public String scores(int number) {
        return sql.value(
                "select coalesce(string_agg(image_id || ':' || total || ':' || aleatoric || ':' || epistemic || ':' || prediction"
                        + " || ':' || probabilities::text, ',' order by image_id), '') from image_score where model_version_id ="
                        + " (select id from model_version where project_id = ? and number = ?)",
                String.class,
                project.value(),
                number);
    }
}
