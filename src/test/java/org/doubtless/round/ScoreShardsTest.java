package org.doubtless.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.doubtless.jobs.JobId;
import org.doubtless.jobs.WorkerName;
import org.doubtless.model.ModelVersions;
import org.doubtless.pool.ImageId;
import org.doubtless.project.LabelSchema;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.queue.Votes;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestProjects;
import org.doubtless.support.TestRounds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ScoreShardsTest {
    @Inject
    ScoreShards shards;

    @Inject
    OthersScores othersScores;

    @Inject
    AgroalDataSource database;

    @Inject
    Projects projects;

    @Inject
    TestPeople people;

    @Inject
    TestProjects testProjects;

    @Inject
    TestRounds rounds;

    @Inject
    Sql sql;

    private JobId job;
    private LabelSchema labels;
    private ScoreShards.Target target;
    private ScoreShards.Scoring scoring;

    @BeforeEach
    void cut() throws SQLException {
        ProjectId project = testProjects.project(people.person("Lead"));
        job = new JobId(rounds.running(project));
        labels = projects.get(project).labels();
        try (Connection connection = database.getConnection()) {
            target = new ScoreShards.Target(project, ModelVersions.reserve(connection), 0);
        }
        sql.update("create table " + target.table() + " (like image_score including defaults)");
        scoring = shards.keep(job, target, new byte[] {1}, ScorePool.cut(images(1, 5), 2));
    }

    @AfterEach
    void close() throws SQLException {
        sql.update("drop table " + target.table());
        sql.update("update job set state = 'done' where id = ?", job.value());
        try (Connection connection = database.getConnection()) {
            ScoreShards.forgetOld(connection);
        }
    }

    @Test
    void what_is_not_kept_is_undone_and_free_again() throws Exception {
        try (TakenScores shard = taken()) {
            assertThat(shard.images()).isEqualTo(images(1, 2));
            shard.take(scored(shard.images()));
        }
        assertThat(written()).isZero();
        assertThat(shards.left(scoring)).isEqualTo(5);
        try (TakenScores again = taken()) {
            assertThat(again.images()).isEqualTo(images(1, 2));
        }
    }

    @Test
    void nobody_gets_what_another_has_and_each_is_made_once() throws Exception {
        try (TakenScores one = taken();
                TakenScores other = taken()) {
            assertThat(other.images()).isEqualTo(images(3, 4));
            for (TakenScores shard : List.of(one, other)) {
                shard.take(scored(shard.images()));
                shard.keep();
            }
        }
        assertThat(shards.left(scoring)).isEqualTo(1);
        assertThat(shards.makers(scoring)).isEqualTo(Map.of(WorkerName.own(), 4L));
        try (TakenScores last = taken()) {
            assertThat(last.images()).isEqualTo(images(5, 5));
            assertThat(TakenScores.take(database, scoring, labels)).isEmpty();
            last.take(scored(last.images()));
            last.keep();
        }
        assertThat(TakenScores.take(database, scoring, labels)).isEmpty();
        assertThat(written()).isEqualTo(5);
    }

    @Test
    void what_others_wrote_is_read_back() throws Exception {
        try (TakenScores shard = taken()) {
            shard.take(scored(shard.images()));
            shard.keep();
        }
        sql.update(
                "update score_shard set made_by = 'another' where made_by is not null and scoring_id = ?",
                scoring.id());
        List<ScoredImage> others = new ArrayList<>();
        othersScores.read(scoring, labels, new Long[] {2L}, others::addAll);
        assertThat(others).extracting(ScoredImage::image).containsExactlyInAnyOrderElementsOf(images(1, 2));
        ScoredImage measured = others.stream()
                .filter(image -> image.image().value() == 2)
                .findFirst()
                .orElseThrow();
        ScoredImage wrote = scored(images(2, 2)).get(0);
        assertThat(measured.probabilities()).isEqualTo(wrote.probabilities());
        assertThat(measured.predicted()).isEqualTo(wrote.predicted());
        assertThat((float) measured.epistemic()).isEqualTo((float) wrote.epistemic());
    }

    @Test
    void help_is_wanted_by_others_while_their_job_runs_and_enough_waits() throws Exception {
        assertThat(shards.waiting(1)).as("one's own").doesNotContain(scoring);
        sql.update("update scoring set worker = 'another' where id = ?", scoring.id());
        assertThat(shards.waiting(3)).contains(scoring);
        assertThat(shards.waiting(4)).doesNotContain(scoring);
        sql.update("update job set runs = runs + 1 where id = ?", job.value());
        assertThat(shards.waiting(1)).as("another run has begun").doesNotContain(scoring);
    }

    @Test
    void what_somebody_has_goes_once_he_has_let_go() throws Exception {
        try (TakenScores held = taken()) {
            shards.forget(scoring);
            assertThat(shards.left(scoring)).isEqualTo(held.images().size());
        }
        shards.forget(scoring);
        assertThat(sql.number("select count(*) from scoring where id = ?", scoring.id()))
                .isZero();
    }

    private TakenScores taken() throws SQLException {
        return TakenScores.take(database, scoring, labels).orElseThrow();
    }

    private long written() {
        return sql.number("select count(*) from " + target.table());
    }

    private static List<ImageId> images(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(ImageId::new).toList();
    }

    private static List<ScoredImage> scored(List<ImageId> images) {
        return images.stream()
                .map(image -> new ScoredImage(
                        image, 0.7, 0.4, 0.1 * image.value(), 1, new float[] {0.1f, 0.7f, 0.2f}, new Votes(List.of())))
                .toList();
    }
}
