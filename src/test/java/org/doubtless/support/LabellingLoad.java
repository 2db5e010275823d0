package org.doubtless.support;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.function.IntPredicate;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doubtless.project.ProjectId;

/** Annotators who claim and answer over HTTP, from this machine, and how long they waited. */
public final class LabellingLoad {
    private static final Pattern IMAGE = Pattern.compile("\"image\":(\\d+)");

    private final URI server;
    private final ProjectId project;
    private final LongFunction<String> labelOf;
    // One for all: annotators' browsers run on machines of their own, so the client is kept as light as it can be.
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param labelOf the answer to an image */
    public LabellingLoad(URI server, ProjectId project, LongFunction<String> labelOf) {
        this.server = server;
        this.project = project;
        this.labelOf = labelOf;
    }

    /** What one person waited for, in nanoseconds. */
    private record Timings(List<Long> claims, List<Long> submits, List<Long> images) {}

    /** What all of them waited for, the shortest first. */
    public record Waits(List<Long> claims, List<Long> submits) {
        public void print() {
            print("claim", claims);
            print("submit", submits);
        }

        private static void print(String what, List<Long> sorted) {
            System.out.printf(
                    "BENCHMARK   %-6s n %d  p50 %.1f ms  p95 %.1f ms  p99 %.1f ms  max %.1f ms%n",
                    what, sorted.size(), at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
        }

        private static double at(List<Long> sorted, double share) {
            int index = (int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size()));
            return sorted.isEmpty() ? Double.NaN : sorted.get(index) / 1e6;
        }
    }

    /**
     * Lets all of them label at once; fails where an image goes to two of them.
     *
     * @param goesOn asked before each answer, with how many the person has given
     * @param pause between answers, on average
     */
    public Waits run(List<TestPerson> annotators, IntPredicate goesOn, Duration pause) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(annotators.size());
        try {
            List<Callable<Timings>> work = annotators.stream()
                    .map(person -> (Callable<Timings>) () -> label(person, goesOn, pause))
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
            return new Waits(
                    all.stream().flatMap(one -> one.claims().stream()).sorted().toList(),
                    all.stream().flatMap(one -> one.submits().stream()).sorted().toList());
        } finally {
            threads.shutdownNow();
        }
    }

    private Timings label(TestPerson person, IntPredicate goesOn, Duration pause) throws Exception {
        Timings timings = new Timings(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        SplittableRandom random = new SplittableRandom(person.id().value());
        for (int given = 0; goesOn.test(given); given++) {
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
            String answer = "{\"image\":%d,\"outcome\":\"labelled\",\"label\":\"%s\",\"clientKey\":\"%s\"}"
                    .formatted(image, labelOf.apply(image), UUID.randomUUID());
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
}
