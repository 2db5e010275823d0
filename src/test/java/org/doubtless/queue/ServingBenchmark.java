package org.doubtless.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.project.ProjectSettings;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long claims and answers take while 32 annotators label a pool of 60,000 at once, client on the same machine. */
@Tag("benchmark")
@QuarkusTest
class ServingBenchmark {
    private static final int ANNOTATORS = 32;
    private static final int ANSWERS_EACH = 100;
    private static final int IMAGES = 60_000;
    private static final Pattern IMAGE = Pattern.compile("\"image\":(\\d+)");

    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    Sql sql;

    @TestHTTPResource("/")
    URI server;

    // One for all: annotators' browsers run on machines of their own, so the client is kept as light as it can be.
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private record Timings(List<Long> claims, List<Long> submits, List<Long> images) {}

    @Test
    void thirty_two_annotators_at_once() throws Exception {
        ProjectId project = pool();
        List<TestPerson> annotators = annotators(project);
        run(project, annotators, 20, Duration.ZERO); // warms the server up
        report("as fast as they can, no pause", run(project, annotators, ANSWERS_EACH, Duration.ZERO));
        report("one answer in 500 ms each", run(project, annotators, ANSWERS_EACH, Duration.ofMillis(500)));
    }

    private ProjectId pool() {
        TestPerson lead = people.person("Lead");
        ProjectId project = projects.project(
                // No round starts meanwhile: what rounds do to claims is measured by itself.
                lead, new ProjectSettings(0.1, 1_000_000, 900, 20), "0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        sql.update(
                "insert into image (project_id, sha256, filename, media_type, width, height, byte_count, arm, imported_at)"
                        + " select ?, decode(md5(n::text), 'hex'), n || '.png', 'image/png', 28, 28, 300,"
                        + " case when n % 10 = 0 then 'control' else 'active' end, now() from generate_series(1, ?) n",
                project.value(), IMAGES);
        sql.update(
                "insert into queue_entry (project_id, generation, image_id, position, reason)"
                        + " select project_id, 0, id, random(), 'unscored' from image where project_id = ?",
                project.value());
        sql.update("analyze");
        return project;
    }

    private List<TestPerson> annotators(ProjectId project) {
        List<TestPerson> annotators = new ArrayList<>();
        for (int k = 0; k < ANNOTATORS; k++) {
            TestPerson person = people.person("Annotator");
            projects.member(project, person.id(), ProjectRole.ANNOTATOR);
            annotators.add(person);
        }
        return annotators;
    }

    private List<Timings> run(ProjectId project, List<TestPerson> annotators, int answers, Duration pause)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(annotators.size());
        try {
            List<Callable<Timings>> work = annotators.stream()
                    .map(person -> (Callable<Timings>) () -> label(project, person, answers, pause))
                    .toList();
            List<Timings> all = new ArrayList<>();
            for (Future<Timings> one : threads.invokeAll(work)) {
                all.add(one.get());
            }
            Set<Long> different = new HashSet<>();
            int given = 0;
            for (Timings one : all) {
                different.addAll(one.images());
                given += one.images().size();
            }
            assertThat(different).as("no image goes to two people").hasSize(given);
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private Timings label(ProjectId project, TestPerson person, int answers, Duration pause) throws Exception {
        Timings timings = new Timings(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        SplittableRandom random = new SplittableRandom(person.id().value());
        for (int k = 0; k < answers; k++) {
            if (!pause.isZero()) {
                LockSupport.parkNanos(random.nextLong(pause.toNanos() * 2));
            }
            long begun = System.nanoTime();
            String claimed = post(person, "/api/projects/" + project + "/queue/claim", "{\"count\":1}", 200);
            timings.claims().add(System.nanoTime() - begun);
            Matcher found = IMAGE.matcher(claimed);
            assertThat(found.find()).as(claimed).isTrue();
            long image = Long.parseLong(found.group(1));
            timings.images().add(image);
            String answer = "{\"image\":%d,\"outcome\":\"labelled\",\"label\":\"%d\",\"clientKey\":\"%s\"}"
                    .formatted(image, k % 2, UUID.randomUUID());
            begun = System.nanoTime();
            post(person, "/api/projects/" + project + "/annotations", answer, 201);
            timings.submits().add(System.nanoTime() - begun);
        }
        return timings;
    }

    private String post(TestPerson person, String path, String body, int expected) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + person.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(expected);
        return response.body();
    }

    private static void report(String how, List<Timings> all) {
        System.out.printf("BENCHMARK serving, %d annotators, %s%n", ANNOTATORS, how);
        print(
                "claim",
                all.stream().flatMap(one -> one.claims().stream()).sorted().toList());
        print(
                "submit",
                all.stream().flatMap(one -> one.submits().stream()).sorted().toList());
    }

    private static void print(String what, List<Long> sorted) {
        System.out.printf(
                "BENCHMARK   %-6s n %d  p50 %.1f ms  p95 %.1f ms  p99 %.1f ms  max %.1f ms%n",
                what, sorted.size(), at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(List<Long> sorted, double share) {
        int index = (int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size()));
        return sorted.get(index) / 1e6;
    }
}
