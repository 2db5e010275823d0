package org.doubtless.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long each page of a large project takes, and everything that these pages ask for, one request at a time:
 * {@code mvn test -Pbenchmark -Dtest=PagesBenchmark -Dimages=1000000}. {@code -Dlabels=4000} are answered;
 * {@code -Dpages=maps} asks only for addresses with this word.
 */
@Tag("benchmark")
@QuarkusTest
class PagesBenchmark {
    private static final int IMAGES = Integer.getInteger("images", 60_000);
    private static final int LABELS = Integer.getInteger("labels", 4_000);
    private static final int TIMES = Integer.getInteger("times", 30);
    private static final int WARM_UP = 5;
    private static final int READERS = 8;
    private static final int SLOWEST = 10;
    /** What the product promises. */
    private static final double MOST = IMAGES <= 60_000 ? 300 : 1000;

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    Sql sql;

    @TestHTTPResource
    URI server;

    private final List<String> failed = new ArrayList<>();
    private TestPerson lead;

    private record Took(String page, double p50, double p95, double max) {}

    @Test
    void every_page_and_what_it_asks_for() throws IOException, InterruptedException {
        lead = people.administrator("Lead");
        ProjectId project = projects.project(lead, "0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        // No round of its own shall begin.
        sql.update("update project set retraining = 'paused', retrain_paused_at = now() where id = ?", project.value());
        List<TestPerson> readers = new ArrayList<>(List.of(lead));
        IntStream.range(1, READERS).forEach(k -> readers.add(people.person("Reader " + k)));
        readers.subList(1, READERS).forEach(reader -> projects.member(project, reader.id(), ProjectRole.ANNOTATOR));
        MadeUpHistory history = new MadeUpHistory(sql, project, IMAGES, LABELS, readers);
        long start = System.nanoTime();
        history.make();
        System.out.printf(
                "BENCHMARK pages: %,d images, %,d of them answered, made up in %.0f s; database %,d MB%n",
                IMAGES,
                LABELS,
                (System.nanoTime() - start) / 1e9,
                sql.number("select pg_database_size(current_database()) / 1000000"));
        List<Took> all = new ArrayList<>();
        for (String page : new AskedByPages(project, history.first(), IMAGES).addresses(this::read)) {
            if (page.contains(System.getProperty("pages", ""))) {
                time(page, project).ifPresent(all::add);
            }
        }
        all.sort(Comparator.comparingDouble(Took::p95).reversed());
        System.out.printf("BENCHMARK slowest pages; the target is %.0f ms%n", MOST);
        all.stream()
                .limit(SLOWEST)
                .forEach(took -> System.out.printf(
                        "BENCHMARK slowest %-7s p95 %7.1f ms %s%n",
                        took.p95() > MOST ? "TOO SLOW" : "", took.p95(), took.page()));
        assertThat(failed).as("pages that were not answered").isEmpty();
    }

    private Optional<Took> time(String page, ProjectId project) throws IOException, InterruptedException {
        HttpResponse<String> first = send(page);
        if (first.statusCode() != 200) {
            failed.add(page + " " + first.statusCode());
            return Optional.empty();
        }
        for (int i = 0; i < WARM_UP; i++) {
            send(page);
        }
        double[] milliseconds = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            send(page);
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(milliseconds);
        Took took = new Took(
                page.replace("projects/" + project, "projects/P"),
                milliseconds[TIMES / 2],
                milliseconds[TIMES * 95 / 100],
                milliseconds[TIMES - 1]);
        System.out.printf(
                "BENCHMARK page %-90s p50 %7.1f p95 %7.1f max %7.1f ms%n",
                took.page(), took.p50(), took.p95(), took.max());
        return Optional.of(took);
    }

    private HttpResponse<String> send(String page) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(page))
                .header("Authorization", "Bearer " + lead.token())
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private JsonPath read(String page) {
        try {
            return JsonPath.from(send(page).body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(page, e);
        }
    }
}
