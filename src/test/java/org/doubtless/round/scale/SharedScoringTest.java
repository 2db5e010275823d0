package org.doubtless.round.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.doubtless.support.BuiltProduct;
import org.doubtless.support.LabellingLoad;
import org.doubtless.support.Sql;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two workers of the packaged program score one round's pool. The one that has the round is held up for as long as the
 * other needs to come: so small a pool it would have done by itself before.
 */
@Tag("packaged")
@EnabledOnOs({OS.LINUX, OS.MAC})
class SharedScoringTest {
    private static final int IMAGES = 6_000;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int MOST_TURNS = 4;
    private static final Duration BREATH = Duration.ofSeconds(7);

    @TempDir
    Path folder;

    private BuiltProduct product;
    private PackagedRounds rounds;
    private Sql sql;
    private Process helper;
    private ProcessHandle busy;
    private int helpers;

    @Test
    void two_score_to_the_last_bit_what_one_scores_alone_and_a_death_changes_nothing() throws Exception {
        try (BuiltProduct built = BuiltProduct.in(folder)) {
            product = built;
            sql = built.sql();
            built.setting("DOUBTLESS_ROUND_GRAPH_IMAGES", "1000");
            built.setting("DOUBTLESS_ROUND_SHARD_IMAGES", "50");
            rounds = new PackagedRounds(built, 1_000_000);
            try {
                score();
            } finally {
                if (busy != null) {
                    signal("CONT", busy);
                }
            }
        }
    }

    private void score() throws Exception {
        new MadeUpPool(product.database(), sql).make(rounds.project(), IMAGES, PackagedRounds.SEED);
        new LabellingLoad(product.uri(), rounds.project(), MadeUpPool::label)
                .run(rounds.annotators(), given -> given < 5, Duration.ZERO);
        end(rounds.start());
        String alone = scores();
        assertThat(alone).startsWith(IMAGES + " ");

        shared(() -> {});
        assertThat(scores()).as("to the last bit").isEqualTo(alone);

        shared(() -> idle().destroyForcibly());
        assertThat(scores()).as("none is missing and none is there twice").isEqualTo(alone);
        assertThat(sql.number("select count(*) from scoring")).isZero();
    }

    /** A round in whose scoring both workers had a part; on a slow machine the other may come too late for one. */
    private void shared(Meanwhile meanwhile) throws Exception {
        long job;
        int turns = 0;
        do {
            assertThat(++turns).as("rounds that nobody helped with").isLessThanOrEqualTo(MOST_TURNS);
            if (helper == null || !helper.isAlive()) {
                helper = helper("helper-" + ++helpers);
            }
            job = round();
            untilHelped(job);
            if (made("<> s.worker") > 0) {
                meanwhile.run();
            }
            signal("CONT", busy);
            end(job);
        } while (log(job, "2 workers made the scores: %") == 0);
    }

    private interface Meanwhile {
        void run() throws Exception;
    }

    /** Starts a round and stops its worker in the midst of the scoring. */
    private long round() throws Exception {
        // Looking for places again takes the time in which to do so.
        sql.update("delete from image_place");
        long job = rounds.start();
        until("a shard", () -> made("= s.worker") > 0);
        busy = scorer();
        signal("STOP", busy);
        return job;
    }

    /** Either may have taken the round. */
    private ProcessHandle scorer() {
        String[] name = sql.value("select worker from scoring", String.class).split("-");
        return ProcessHandle.of(Long.parseLong(name[name.length - 2])).orElseThrow();
    }

    private ProcessHandle idle() {
        return busy.pid() == helper.pid() ? rounds.keptWorker() : helper.toHandle();
    }

    /** Lets the stopped one breathe now and then, so that it is not taken for dead on a slow machine. */
    private void untilHelped(long job) throws Exception {
        until("help from another worker", () -> {
            long deadline = System.nanoTime() + BREATH.toNanos();
            while (System.nanoTime() < deadline) {
                if (made("<> s.worker") > 0 || !rounds.isUnderWay(job)) {
                    return true;
                }
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
            signal("CONT", busy);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            signal("STOP", busy);
            return false;
        });
    }

    private long made(String by) {
        return sql.number(
                "select count(*) from score_shard h join scoring s on s.id = h.scoring_id where h.made_by " + by);
    }

    private void end(long job) throws Exception {
        until("job " + job, () -> !rounds.isUnderWay(job));
        assertThat(sql.value("select state from job where id = ?", String.class, job))
                .isEqualTo("done");
    }

    private long log(long job, String line) {
        return sql.number("select count(*) from job_log where job_id = ? and line like ?", job, line);
    }

    private String scores() {
        return sql.value("""
                select count(*) || ' ' || md5(string_agg(concat_ws(':', image_id, total, aleatoric, epistemic, prediction,
                         probabilities), ',' order by image_id))
                from image_score where model_version_id = (select max(id) from model_version where project_id = ?)
                """, String.class, rounds.project().value());
    }

    /** Starts a worker and waits until it looks for work. */
    private Process helper(String name) throws Exception {
        Process worker = product.start(name, "worker");
        until("worker " + name, () -> Files.readString(folder.resolve(name + ".log"))
                .contains("started in"));
        return worker;
    }

    private static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static void until(String what, Callable<Boolean> holds) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.call()) {
            assertThat(System.nanoTime()).as("waited too long for %s", what).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }
}
