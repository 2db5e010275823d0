package org.doubtless.round.kill;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.doubtless.learning.DrawnShapes;
import org.doubtless.support.BuiltProduct;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the worker that has a round, at random moments of each of its stages in turn, while somebody labels. The web
 * server, the worker that it keeps, and another that is started by hand, are processes of the packaged program. Every
 * fifth time both workers are killed, every seventh the one is not killed but stopped, and goes on once the other has its
 * job.
 */
@Tag("benchmark")
class KillBenchmark {
    private static final int KILLS = Integer.getInteger("kills", 50);
    private static final int IMAGES = Integer.getInteger("images", 600);
    private static final Duration PACE = Duration.ofMillis(Integer.getInteger("pace", 3_000));
    private static final int TAKEN_OVER_WITHIN_SECONDS = 30;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> CLASSES = List.of("ring", "box", "stroke");
    private static final List<String> STAGES = List.of(
            "Learning what",
            "Features of",
            "Finding look-alikes",
            "Learning",
            "Scoring of",
            "Ranking of",
            "Publication");

    @TempDir
    Path folder;

    private final SplittableRandom random = new SplittableRandom(Long.getLong("seed", 1));
    private BuiltProduct product;
    private Process web;
    private Process byHand;
    private Sql sql;
    private TestPerson lead;
    private long project;

    /** What is done to the worker that has the round. */
    private enum Blow {
        KILLED,
        BOTH_KILLED,
        STOPPED;

        static Blow of(int number) {
            return number % 5 == 4 ? BOTH_KILLED : number % 7 == 6 ? STOPPED : KILLED;
        }
    }

    /** How one kill was got over. */
    private record Recovery(String stage, Blow blow, double takenOver, double published) {}

    @Test
    void nothing_is_lost_and_nothing_is_published_twice() throws Exception {
        try (BuiltProduct built = BuiltProduct.in(folder)) {
            product = built;
            sql = built.sql();
            web = built.serve();
            byHand = built.start("worker", "worker");
            until("the web server's worker", () -> web.children().findAny().isPresent());
            project();
            try (SteadyAnnotator annotator = new SteadyAnnotator(built.uri(), lead, project, PACE)) {
                annotator.start();
                kills(annotator);
            }
        }
    }

    private void kills(SteadyAnnotator annotator) throws Exception {
        WholeRounds whole = new WholeRounds(sql, project);
        until("the first labels", () -> annotator.acknowledged().size() >= 10);
        Map<String, Double> usual = undisturbed(whole);
        List<Recovery> recoveries = new ArrayList<>();
        int missed = 0;
        while (recoveries.size() < KILLS) {
            String stage = STAGES.get(recoveries.size() % STAGES.size());
            long job = round();
            boolean reached = reached(job, stage);
            String holder = holder(job);
            pause(random.nextDouble() * usual.get(stage));
            String at = stage(job);
            if (!reached || over(job)) {
                until("the end of job " + job, () -> over(job) && holder(job).isEmpty());
                missed++;
                continue;
            }
            recoveries.add(strike(job, holder, at, Blow.of(recoveries.size())));
            whole.requirePublished(job);
            whole.requireAnswers(annotator.acknowledged());
            System.out.printf("BENCHMARK kill %d: %s%n", recoveries.size(), recoveries.get(recoveries.size() - 1));
        }
        report(recoveries, annotator, missed);
        assertThat(recoveries)
                .as("taken over within %d s", TAKEN_OVER_WITHIN_SECONDS)
                .allMatch(recovery -> recovery.takenOver() <= TAKEN_OVER_WITHIN_SECONDS);
    }

    private Map<String, Double> undisturbed(WholeRounds whole) {
        long job = round();
        until("the first round", () -> over(job));
        whole.requirePublished(job);
        long again = round();
        until("the second round", () -> over(again));
        return STAGES.stream()
                .collect(Collectors.toMap(
                        Function.identity(), stage -> sql.value("""
                        select coalesce(max(extract(epoch from took))::float8, 0.2) from (
                          select line, lead(at) over (order by id) - at as took from job_log where job_id = ?) steps
                        where line like ?""", Double.class, again, stage + "%")));
    }

    private Recovery strike(long job, String holder, String stage, Blow blow) throws IOException {
        List<ProcessHandle> doomed = Stream.concat(web.children(), Stream.of(byHand.toHandle()))
                .filter(worker -> blow == Blow.BOTH_KILLED || holder.contains("-" + worker.pid() + "-"))
                .toList();
        long killed = System.nanoTime();
        for (ProcessHandle worker : doomed) {
            if (blow == Blow.STOPPED) {
                signal("STOP", worker);
            } else {
                worker.destroyForcibly();
                worker.onExit().join();
            }
        }
        if (!byHand.isAlive()) {
            byHand = product.start("worker", "worker");
        }
        until("somebody to take over job " + job + " of " + holder, () -> {
            String now = holder(job);
            return now.isEmpty() ? over(job) : !now.equals(holder);
        });
        double takenOver = seconds(killed);
        if (blow == Blow.STOPPED) {
            for (ProcessHandle worker : doomed) {
                signal("CONT", worker);
            }
        }
        until("the end of job " + job, () -> over(job) && holder(job).isEmpty());
        return new Recovery(stage, blow, takenOver, seconds(killed));
    }

    private static void signal(String name, ProcessHandle worker) throws IOException {
        new ProcessBuilder("kill", "-" + name, Long.toString(worker.pid()))
                .inheritIO()
                .start()
                .onExit()
                .join();
    }

    private static void report(List<Recovery> recoveries, SteadyAnnotator annotator, int missed) {
        System.out.printf(
                "BENCHMARK taken over within %d s: %d%n",
                TAKEN_OVER_WITHIN_SECONDS,
                recoveries.stream()
                        .filter(recovery -> recovery.takenOver() <= TAKEN_OVER_WITHIN_SECONDS)
                        .count());
        List<Double> takenOver =
                recoveries.stream().map(Recovery::takenOver).sorted().toList();
        List<Double> published =
                recoveries.stream().map(Recovery::published).sorted().toList();
        System.out.printf(
                "BENCHMARK %d kills, %d recoveries, 0 of %,d answers lost, 0 double publishes; %d rounds ended before"
                        + " their kill%n",
                KILLS, recoveries.size(), annotator.acknowledged().size(), missed);
        System.out.printf(
                "BENCHMARK taken over after: median %.1f s, longest %.1f s; published after: median %.1f s, longest %.1f s%n",
                takenOver.get(takenOver.size() / 2),
                takenOver.get(takenOver.size() - 1),
                published.get(published.size() / 2),
                published.get(published.size() - 1));
        recoveries.stream()
                .collect(Collectors.groupingBy(
                        recovery -> recovery.stage().replaceAll(" (of|from|among|the|on) .*", ""),
                        LinkedHashMap::new,
                        Collectors.counting()))
                .forEach((stage, number) -> System.out.printf("BENCHMARK   killed at '%s': %d%n", stage, number));
    }

    private void project() throws IOException {
        lead = product.people().person("Lead");
        project = api().body("""
                        {"name": "Shapes", "task": "classification", "classes": ["ring", "box", "stroke"],
                         "settings": {"retraining": "paused"}}""")
                .post("/api/projects")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        RequestSpecification upload =
                given().baseUri(product.uri().toString()).header("Authorization", "Bearer " + lead.token());
        List<BufferedImage> images = DrawnShapes.images(IMAGES, 1);
        for (int k = 0; k < IMAGES; k++) {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(images.get(k), "png", png);
            upload.multiPart(
                    "files", CLASSES.get(k % CLASSES.size()) + "-" + k + ".png", png.toByteArray(), "image/png");
        }
        long job = upload.post("/api/projects/" + project + "/images")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("job");
        until("the import", () -> over(job));
    }

    /** Starts a round that has everything to do: no features are known yet. */
    private long round() {
        sql.update("delete from feature_set where project_id = ?", project);
        return api().post("/api/projects/" + project + "/rounds")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("job");
    }

    private RequestSpecification api() {
        return lead.api().baseUri(product.uri().toString());
    }

    /** Waits for the stage; false when the round ended without being seen in it. */
    private boolean reached(long job, String stage) {
        until("stage " + stage, Duration.ofMillis(1), () -> stage(job).startsWith(stage) || over(job));
        return !over(job);
    }

    private String stage(long job) {
        return sql.value("select stage from job where id = ?", String.class, job);
    }

    private boolean over(long job) {
        return sql.number("select count(*) from job where id = ? and state in ('done', 'failed', 'cancelled')", job)
                == 1;
    }

    /** The worker that has the job, empty when nobody has. */
    private String holder(long job) {
        return sql.value(
                "select coalesce(max(picked_by), '') from scheduled_tasks where task_instance = ? and picked",
                String.class,
                Long.toString(job));
    }

    private static void until(String what, BooleanSupplier holds) {
        until(what, Duration.ofMillis(50), holds);
    }

    private static void until(String what, Duration every, BooleanSupplier holds) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long for %s", what).isLessThan(deadline);
            LockSupport.parkNanos(every.toNanos());
        }
    }

    private static void pause(double seconds) {
        LockSupport.parkNanos((long) (seconds * TimeUnit.SECONDS.toNanos(1)));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
