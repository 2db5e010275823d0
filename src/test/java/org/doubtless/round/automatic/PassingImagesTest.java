package org.doubtless.round.automatic;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.doubtless.learning.evaluation.SelectiveRule;
import org.doubtless.learning.evaluation.SelectiveRule.Step;
import org.doubtless.model.ModelVersionId;
import org.doubtless.project.ProjectId;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database counts and marks, against counting by hand over the same images with made-up scores. */
@QuarkusTest
class PassingImagesTest {
    private static final int IMAGES = 240;
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    AgroalDataSource database;

    @Inject
    Sql sql;

    private final List<Made> made = new ArrayList<>();
    private TestPerson lead;
    private ProjectId project;
    private long model;

    /** An image as it was laid into the database; the probability has many equals. */
    private record Made(
            long id, float sure, boolean control, String state, boolean agrees, boolean held, boolean skipped) {
        boolean waiting() {
            return state.equals("waiting");
        }
    }

    @BeforeEach
    void aPoolWithScores() {
        lead = people.person("Lead");
        project = projects.project(lead, "cat", "dog");
        model = projects.modelVersion(project);
        sql.update("create table image_score_%1$d partition of image_score for values in (%1$d)".formatted(model));
        SplittableRandom random = new SplittableRandom(8);
        for (int k = 0; k < IMAGES; k++) {
            String state = List.of("waiting", "waiting", "labelled", "labelled", "cannot_tell", "flagged")
                    .get(random.nextInt(6));
            boolean waiting = state.equals("waiting");
            boolean control = random.nextInt(3) == 0;
            made.add(lay(new Made(
                    0,
                    (50 + random.nextInt(50)) / 100f,
                    control,
                    state,
                    random.nextInt(4) > 0,
                    waiting && random.nextInt(5) == 0,
                    waiting && random.nextInt(4) == 0)));
        }
    }

    private Made lay(Made image) {
        long id = projects.image(project);
        sql.update(
                "update image set arm = ?, state = ?, class_id = case when ? = 'labelled' then"
                        + " (select id from project_class where project_id = ? and position = ?) end where id = ?",
                image.control() ? "control" : "active",
                image.state(),
                image.state(),
                project.value(),
                image.agrees() ? 1 : 0,
                id);
        sql.update(
                "insert into image_score select ?, ?, 0.5, 0.2, 0.3, id, array[1 - ?::real, ?::real] from project_class"
                        + " where project_id = ? and position = 1",
                model,
                id,
                image.sure(),
                image.sure(),
                project.value());
        if (image.held()) {
            sql.update(
                    "insert into queue_entry (project_id, generation, image_id, position, reason, leased_by, leased_until)"
                            + " values (?, 0, ?, 0.5, 'doubt', ?, '2026-01-02T03:10:00Z')",
                    project.value(),
                    id,
                    lead.id().value());
        }
        if (image.skipped()) {
            sql.update(
                    "insert into annotation (project_id, image_id, account_id, outcome, client_key, created_at)"
                            + " values (?, ?, ?, 'skipped', gen_random_uuid()::text, now())",
                    project.value(),
                    id,
                    lead.id().value());
        }
        return new Made(
                id, image.sure(), image.control(), image.state(), image.agrees(), image.held(), image.skipped());
    }

    @AfterEach
    void dropScores() {
        sql.update("drop table image_score_" + model);
    }

    @Test
    void counts_and_marks_as_counting_by_hand_does() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into automatic_set (project_id, model_version_id, most_wrong, created_at)"
                    + " values (%s, %d, 0.1, now())".formatted(project, model));
            long set = sql.number("select max(id) from automatic_set where project_id = ?", project.value());
            Rule rule = new Rule(true, 0.1, 0.2, 0.1, 42, NOW, null, OptionalLong.empty());
            PassingImages images = new PassingImages(connection, project, new ModelVersionId(model), rule, set, NOW);
            List<Step> steps = images.steps();
            double loosest = steps.get(steps.size() - 1).threshold();
            images.label(loosest);
            images.audit(loosest);
            List<Long> audited = ids("automatic_audit", set);
            // About nine, by chance: which they are hangs on the ids that came before.
            assertThat(audited).hasSizeBetween(1, 30);

            assertThat(steps).extracting(Step::threshold).isEqualTo(thresholds());
            for (Step step : steps) {
                List<Made> passing = made.stream()
                        .filter(image -> image.sure() >= (float) step.threshold())
                        .toList();
                List<Made> active =
                        passing.stream().filter(image -> !image.control()).toList();
                List<Made> control = passing.stream()
                        .filter(image -> image.control() && (!image.waiting() || image.skipped()))
                        .toList();
                assertThat(step)
                        .isEqualTo(new Step(
                                step.threshold(),
                                (int) active.stream()
                                        .filter(image ->
                                                image.waiting() && !image.held() && !audited.contains(image.id()))
                                        .count(),
                                (int) active.stream()
                                        .filter(image -> !image.waiting() || image.held())
                                        .count(),
                                control.size(),
                                (int) control.stream()
                                        .filter(image -> !image.state().equals("labelled") || !image.agrees())
                                        .count()));
            }
            assertThat(ids("automatic_label", set))
                    .isEqualTo(made.stream()
                            .filter(image -> !image.control() && image.waiting() && !image.held())
                            .map(Made::id)
                            .filter(image -> !audited.contains(image))
                            .toList());
        }
    }

    /** The confidence of the last image of each share of the pool, the surest in front. */
    private List<Double> thresholds() {
        List<Float> falling =
                made.stream().map(Made::sure).sorted(Comparator.reverseOrder()).toList();
        List<Double> thresholds = new ArrayList<>();
        for (double coverage : SelectiveRule.coverages()) {
            double threshold = falling.get((int) Math.ceil(coverage * IMAGES - 1e-9) - 1);
            if (!thresholds.contains(threshold)) {
                thresholds.add(threshold);
            }
        }
        return thresholds;
    }

    private List<Long> ids(String table, long set) {
        String ids = sql.value(
                "select coalesce(string_agg(image_id::text, ',' order by image_id), '') from " + table
                        + " where set_id = ?",
                String.class,
                set);
        return ids.isEmpty()
                ? List.of()
                : List.of(ids.split(",")).stream().map(Long::parseLong).toList();
    }
}
