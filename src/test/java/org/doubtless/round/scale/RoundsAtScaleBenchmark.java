package org.doubtless.round.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.project.ProjectSettings;
import org.doubtless.support.DataSets;
import org.doubtless.support.LabellingLoad;
import org.doubtless.support.ProcessMemory;
import org.doubtless.support.Sql;
import org.doubtless.support.TestJobs;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Rounds of large pools while eight annotators go on labelling, one answer a second each; server, worker, clients and
 * database share this machine's processors, the first three one process. {@code -Dimages=1000000 -Drounds=10}.
 */
@Tag("benchmark")
@QuarkusTest
class RoundsAtScaleBenchmark {
    private static final int IMAGES = Integer.getInteger("images", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 10);
    private static final int ANNOTATORS = 8;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int QUIET_ANSWERS = 60;

    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    TestJobs jobs;

    @Inject
    MadeUpPool madeUp;

    @Inject
    Sql sql;

    @TestHTTPResource("/")
    URI server;

    private TestPerson lead;
    private ProjectId project;
    private List<TestPerson> annotators;

    @Test
    void a_million_images() throws Exception {
        project(1_000_000);
        madeUp.make(project, IMAGES, 42);
        System.out.printf("BENCHMARK %,d images made up; database %,d MB%n", IMAGES, megabytes());
        LabellingLoad load = new LabellingLoad(server, project, MadeUpPool::label);
        load.run(annotators, given -> given < 10, Duration.ZERO);
        report("first round (builds the graph, looks for every image's place)", round());
        System.out.println("BENCHMARK claims without a round");
        load.run(annotators, given -> given < QUIET_ANSWERS, PAUSE).print();
        for (int n = 1; n <= ROUNDS; n++) {
            reportWithLoad("round " + n, load, round());
        }
    }

    @Test
    void sixty_thousand_digits() throws Exception {
        Path zip = DataSets.findOrSkip("mnist", "pool.zip");
        Map<String, String> labels = Files.readAllLines(DataSets.findOrSkip("mnist", "pool-labels.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
        project(40);
        long upload = lead.bearer()
                .multiPart("files", zip.toFile(), "application/zip")
                .post("/api/projects/" + project + "/images")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("job");
        jobs.await(lead, upload);
        long first = jobs.awaitJob(project, "round");
        report("features and graph of the import", first);
        Map<Long, String> ofImage = new ConcurrentHashMap<>();
        LabellingLoad load = new LabellingLoad(
                server,
                project,
                image -> ofImage.computeIfAbsent(
                        image,
                        id -> labels.get(sql.value("select filename from image where id = ?", String.class, id))));
        System.out.println("BENCHMARK eight annotators, a round after every 40 labels");
        long end = System.nanoTime() + Duration.ofMinutes(4).toNanos();
        load.run(annotators, given -> System.nanoTime() < end, PAUSE).print();
        System.out.println("BENCHMARK " + sql.value("""
                        select string_agg(format('%s labels: %s s', r.training_labels,
                                 round(extract(epoch from r.finished_at - (select max(created_at) from annotation
                                   where project_id = r.project_id and created_at <= r.created_at)), 1)), '; ' order by r.id)
                        from round r where r.project_id = ? and r.state = 'published' and r.training_labels > 0
                        """, String.class, project.value()));
        System.out.printf("BENCHMARK process at most %s%n", ProcessMemory.peak());
    }

    private void project(int retrainAfter) {
        lead = people.person("Lead");
        project = projects.project(
                lead,
                new ProjectSettings(0.1, retrainAfter, 900, 20),
                "0",
                "1",
                "2",
                "3",
                "4",
                "5",
                "6",
                "7",
                "8",
                "9");
        annotators = new ArrayList<>();
        for (int k = 0; k < ANNOTATORS; k++) {
            TestPerson person = people.person("Annotator");
            projects.member(project, person.id(), ProjectRole.ANNOTATOR);
            annotators.add(person);
        }
    }

    /** Starts a round; its job. */
    private long round() {
        return lead.api()
                .post("/api/projects/" + project + "/rounds")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("job");
    }

    private void reportWithLoad(String what, LabellingLoad load, long job)
            throws InterruptedException, ExecutionException, IOException {
        CompletableFuture<LabellingLoad.Waits> waits = CompletableFuture.supplyAsync(() -> {
            try {
                return load.run(annotators, given -> isUnderWay(job), PAUSE);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        report(what, job);
        waits.get().print();
    }

    private void report(String what, long job) throws IOException {
        String stage = "";
        long since = System.nanoTime();
        StringBuilder stages = new StringBuilder();
        while (isUnderWay(job)) {
            String now = sql.value("select stage from job where id = ?", String.class, job);
            if (!now.equals(stage)) {
                append(stages, stage, since);
                stage = now;
                since = System.nanoTime();
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        append(stages, stage, since);
        assertThat(sql.value("select state from job where id = ?", String.class, job))
                .as(sql.value("select coalesce(failure, '') from job where id = ?", String.class, job))
                .isEqualTo("done");
        System.out.printf(
                "BENCHMARK %s: %s s; database %,d MB; process at most %s;%s%n",
                what,
                sql.value(
                        "select round(extract(epoch from finished_at - started_at), 1)::text from job where id = ?",
                        String.class,
                        job),
                megabytes(),
                ProcessMemory.peak(),
                stages);
    }

    private static void append(StringBuilder stages, String stage, long since) {
        if (!stage.isEmpty()) {
            stages.append(" %s %.1f s,".formatted(stage, (System.nanoTime() - since) / 1e9));
        }
    }

    private boolean isUnderWay(long job) {
        return sql.number("select count(*) from job where id = ? and state in ('waiting', 'running')", job) > 0;
    }

    private long megabytes() {
        return sql.number("select pg_database_size(current_database()) / 1000000");
    }
}
