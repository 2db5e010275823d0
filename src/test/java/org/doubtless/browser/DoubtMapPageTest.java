package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.regex.Pattern;
import org.doubtless.project.ProjectId;
import org.doubtless.support.DiscsAndSquares;
import org.doubtless.support.TestGrains;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.Test;

/** A lead looks at all images by their doubts, chooses some and sends them on. */
@QuarkusTest
class DoubtMapPageTest extends BrowserTest {
    private static final int GRAINS = 40;
    private static final int OF_EACH = 120;

    @Inject
    TestGrains grains;

    @Inject
    DiscsAndSquares pool;

    private ProjectId project;
    private long model;

    /** Drawn grains, each many times, with doubts that are spread as those of a model are. */
    private void manyGrains() {
        TestPerson lead = people.person("Ada Lovelace");
        project = projects.project(lead, "Plantain", "Oak", "Ash", "Birch");
        grains.bring(lead, project, GRAINS);
        sql.update(
                "insert into image (project_id, sha256, filename, media_type, width, height, byte_count, arm, imported_at)"
                        + " select project_id, sha256 || int4send(k), filename, media_type, width, height, byte_count,"
                        + " case when (id + k) % 10 = 0 then 'control' else 'active' end, imported_at"
                        + " from image, generate_series(1, ?) k where project_id = ?",
                OF_EACH - 1, project.value());
        for (String table : new String[] {"image_content", "image_thumbnail"}) {
            sql.update(
                    "insert into " + table
                            + " select c.id, t.content from image c join image o on o.project_id = c.project_id"
                            + " and o.filename = c.filename and length(o.sha256) = 32 join " + table
                            + " t on t.image_id = o.id where c.project_id = ? and length(c.sha256) > 32",
                    project.value());
        }
        sql.update("delete from queue_entry where project_id = ?", project.value());
        sql.update(
                "insert into queue_entry (project_id, generation, image_id, position, reason) select project_id, 0, id,"
                        + " (id % 9973 + 0.5) / 9973, case arm when 'control' then 'control' else 'doubt' end"
                        + " from image where project_id = ?",
                project.value());
        model = projects.modelVersion(project);
        sql.update("create table image_score_" + model + " partition of image_score for values in (" + model + ")");
        sql.update(
                "insert into image_score select ?, id, least(1, data + model), data, model, (select id from project_class c"
                        + " where c.project_id = d.project_id and c.position = (d.u * 4)::int % 4), '{1}'"
                        + " from (select id, project_id, u, least(0.62, -0.13 * ln(v) * (0.6 + u))::real as data,"
                        + " least(0.46, -0.055 * ln(w))::real as model"
                        + " from (select id, project_id, (hashint8(id) & 65535) / 65536.0 as u,"
                        + " ((hashint8(id + 1000000) & 65535) + 1) / 65537.0 as v,"
                        + " ((hashint8(id + 2000000) & 65535) + 1) / 65537.0 as w from image where project_id = ?) r) d",
                model, project.value());
        sql.update(
                "update image set state = 'labelled', class_id = (select min(id) from project_class c where c.project_id"
                        + " = image.project_id) where project_id = ? and id % 40 = 0",
                project.value());
        sql.update(
                "delete from queue_entry q using image i where i.id = q.image_id and i.project_id = ? and i.state <> 'waiting'",
                project.value());
        sql.update(
                "update project set published_model = ?, model_threshold = 0.12, data_threshold = 0.25 where id = ?",
                model,
                project.value());
        signIn(lead);
    }

    @Test
    void a_lead_chooses_images_by_their_doubts_and_sends_them_on() {
        manyGrains();
        visit.open("/projects/" + project + "/maps/doubts");
        Locator drawn = visit.find("[data-chart=doubt-map] .chart-canvas[data-drawn] canvas");
        assertThat(drawn).isVisible();
        assertThat(visit.filled("map-counts")).hasText("4,800 images, model 1");
        visit.look("doubt-map");

        choose(0.2, 0.46, 0.05, 0.2);
        long inside = count("s.epistemic between 0.2 and 0.46 and s.aleatoric between 0.05 and 0.2");
        long sendable = count("s.epistemic between 0.2 and 0.46 and s.aleatoric between 0.05 and 0.2"
                + " and i.arm = 'active' and i.state = 'waiting'");
        assertThat(inside).isGreaterThan(sendable).isLessThan(200);
        assertThat(visit.filled("chosen")).hasText(inside + " images chosen");
        assertThat(visit.find(".map-tiles li[data-image]")).hasCount((int) Math.min(24, inside));
        assertThat(visit.find(".map-brush")).isVisible();
        visit.look("doubt-map-chosen");
        visit.find(".map-tiles button").first().click();
        assertThat(visit.find("#viewer")).isVisible();
        visit.look("doubt-map-viewer");
        visit.press("Escape");
        assertThat(visit.find("#viewer")).isHidden();
        visit.press("q");
        assertThat(visit.find(".toast")).containsText(sendable + " images put first in the queue.");
        assertThat(first(sendable)).isEqualTo(sendable);
        assertThat(visit.find(".map-steps li")).hasCount(1);
        visit.look("doubt-map-sent");
        visit.find(".toast button").click();
        assertThat(visit.find(".toast")).containsText("Taken back");
        assertThat(first(sendable)).isLessThan(sendable);

        drag();
        assertThat(visit.filled("chosen")).hasText(Pattern.compile("[1-9][0-9,]* images chosen"));
        visit.press("Escape");
        assertThat(visit.filled("chosen")).hasText("Choose images");
        assertThat(visit.find(".map-brush")).isHidden();

        Locator line = visit.find("[data-threshold=model]");
        line.focus();
        visit.press("ArrowUp");
        visit.press("ArrowUp");
        assertThat(visit.find(".toast")).containsText("Model doubt is high from 0.14 on now");
        assertThat(line).hasAttribute("aria-valuenow", "0.14");
        assertThat(sql.value("select model_threshold from project where id = ?", Double.class, project.value()))
                .isEqualTo(0.14);

        visit.find("[data-do=chart-table]").first().press("Enter");
        Locator button = visit.find(".map-plane .chart-table tbody button").first();
        String fullest =
                visit.find(".map-plane .chart-table tbody tr td").nth(2).textContent();
        button.press("Enter");
        assertThat(visit.filled("chosen")).hasText(Pattern.compile("[1-9][0-9,]* images chosen"));
        assertThat(fullest).matches("[0-9,]+");
        visit.look("doubt-map-table");
        visit.find("[data-do=chart-table]").first().press("Enter");

        visit.find("[data-colour=class]").click();
        assertThat(visit.find(".map-legend li").first()).containsText("Plantain");
        assertThat(visit.find(".map-plane")).hasAttribute("data-plain", "");
        visit.press("Escape");
        visit.look("doubt-map-class");
        visit.page().setViewportSize(390, 844);
        assertThat(drawn).isVisible();
        visit.look("doubt-map-phone");
    }

    @Test
    void the_doubts_of_each_published_model_are_those_of_its_scores() {
        pool.make(40, 30);
        pool.label(pool.control().subList(0, 24));
        pool.label(pool.active().subList(0, 4));
        pool.round();
        pool.label(pool.active().subList(4, 12));
        pool.round();
        signIn(pool.lead());
        visit.open("/projects/" + pool.project() + "/maps/doubts");
        Locator card = visit.find("[data-chart=doubt-history]");
        assertThat(card.locator(".chart-canvas[data-drawn] canvas")).isVisible();
        card.scrollIntoViewIfNeeded();
        visit.look("doubt-history");
        card.locator("[data-do=chart-table]").press("Enter");
        assertThat(card.locator("tbody tr")).hasCount(2);
        for (int version = 1; version <= 2; version++) {
            Locator row = card.locator("tbody tr").nth(version - 1);
            assertThat(row.locator("td").nth(1)).hasText("70");
            assertThat(row.locator("td").nth(4)).hasText(middle("epistemic", version));
            assertThat(row.locator("td").nth(9)).hasText(middle("aleatoric", version));
        }
    }

    @Test
    void a_line_around_images_that_look_alike_labels_them_together() {
        pool.make(60, 20);
        pool.label(pool.control());
        pool.label(pool.active().subList(0, 6));
        pool.round();
        sql.update(
                "update image i set byte_count = length(c.content), width = 28, height = 28 from image_content c"
                        + " where c.image_id = i.id and i.project_id = ?",
                pool.project().value());
        signIn(pool.lead());
        visit.open("/projects/" + pool.project() + "/maps/likeness");
        assertThat(visit.find("[data-chart=likeness-map] .chart-canvas[data-drawn] canvas"))
                .isVisible();
        assertThat(visit.filled("map-counts")).hasText("80 images, model 1");
        assertThat(visit.find("[data-list=strangers] .tile")).hasCount(24);
        assertThat(visit.find("[data-list=duplicates] .map-pair")).hasCount(12);
        visit.look("likeness-map");
        BoundingBox box = visit.find(".map-plane .chart-canvas").boundingBox();
        double side = Math.min(box.width, box.height);
        double left = box.x + (box.width - side) / 2;
        double top = box.y + (box.height - side) / 2;
        visit.page().mouse().move(left + 14, top + 14);
        visit.page().mouse().down();
        for (double[] corner : new double[][] {{0.97, 0.03}, {0.97, 0.97}, {0.03, 0.97}, {0.03, 0.1}}) {
            visit.page().mouse().move(left + corner[0] * side, top + corner[1] * side);
        }
        visit.page().mouse().up();
        assertThat(visit.filled("chosen")).hasText(Pattern.compile("[1-9][0-9]* images chosen"));
        visit.look("likeness-map-chosen");
        String chosen = visit.filled("chosen").textContent().split(" ")[0];
        visit.find("[data-do=label]").click();
        visit.page().keyboard().type("squ");
        visit.press("Enter");
        assertThat(visit.find(".toast")).containsText(chosen + " images labelled as square");
        assertThat(sql.number(
                        "select count(*) from annotation a join project_class c on c.id = a.class_id where a.project_id = ?"
                                + " and c.name = 'square' and a.shown = 'pool'",
                        pool.project().value()))
                .isEqualTo(Long.parseLong(chosen));
        visit.find("[data-list=strangers] .tile").first().click();
        assertThat(visit.find("[data-similar] .tile")).hasCount(6);
        visit.look("likeness-map-similar");
    }

    /** The 35th of 70 scores: what half of them stay below or at. */
    private String middle(String doubt, int version) {
        double value = sql.value(
                "select s." + doubt + "::float8 from image_score s join model_version m on m.id = s.model_version_id"
                        + " where m.project_id = ? and m.number = ? order by s." + doubt + " offset 34 limit 1",
                Double.class,
                pool.project().value(),
                version);
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private void choose(double modelFrom, double modelTo, double dataFrom, double dataTo) {
        visit.find("[name=modelFrom]").fill(Double.toString(modelFrom));
        visit.find("[name=modelTo]").fill(Double.toString(modelTo));
        visit.find("[name=dataFrom]").fill(Double.toString(dataFrom));
        visit.find("[name=dataTo]").fill(Double.toString(dataTo));
        visit.find(".map-area button").click();
    }

    private void drag() {
        BoundingBox box = visit.find(".map-plane .chart-canvas").boundingBox();
        visit.page().mouse().move(box.x + box.width * 0.15, box.y + box.height * 0.35);
        visit.page().mouse().down();
        visit.page().mouse().move(box.x + box.width * 0.3, box.y + box.height * 0.5);
        visit.page().mouse().move(box.x + box.width * 0.4, box.y + box.height * 0.6);
        visit.page().mouse().up();
    }

    private long count(String where) {
        return sql.number(
                "select count(*) from image_score s join image i on i.id = s.image_id where s.model_version_id = ? and "
                        + where.replaceAll("([0-9.]+) and ([0-9.]+)", "$1::real and $2::real"),
                model);
    }

    /** How many of the first images of the queue are of the area. */
    private long first(long images) {
        return sql.number(
                "select count(*) from (select image_id from queue_entry where project_id = ? order by position limit ?) q"
                        + " join image_score s on s.model_version_id = ? and s.image_id = q.image_id"
                        + " where s.epistemic between 0.2::real and 0.46::real and s.aleatoric between 0.05::real and 0.2::real",
                project.value(),
                images,
                model);
    }
}
