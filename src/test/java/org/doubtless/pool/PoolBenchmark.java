package org.doubtless.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.doubtless.project.ProjectId;
import org.doubtless.support.DataSets;
import org.doubtless.support.ProcessMemory;
import org.doubtless.support.Sql;
import org.doubtless.support.TestJobs;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Prints how long an import of 60,000 images takes and what it needs, then how fast pages of them come:
 * {@code mvn test -Pbenchmark -Dtest=PoolBenchmark -Dtest.heap=1g}.
 */
@Tag("benchmark")
@QuarkusTest
class PoolBenchmark {
    private static final String BOUNDARY = "----------------------------doubtless";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int PAGES = 200;
    private static final double MEGA = 1e6;

    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    TestJobs jobs;

    @Inject
    Sql sql;

    @TestHTTPResource
    URI server;

    @Test
    void imports_sixty_thousand_and_pages_through_them() throws IOException, InterruptedException {
        Path zip = DataSets.findOrSkip("mnist", "pool.zip");
        TestPerson lead = people.person("Lead");
        ProjectId project = projects.project(lead, "0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        long job = send(lead, project, zip);
        System.out.printf("received %.1f MB after %.1f s%n", Files.size(zip) / MEGA, seconds(start));
        JsonPath ended = jobs.await(lead, job);
        System.out.printf(
                "imported %,d images in %.1f s; %,d of them control; heap at most %.0f MB of %.0f MB, process at most %s%n",
                ended.getInt("result.taken"),
                seconds(start),
                ended.getInt("result.control"),
                peakHeap() / MEGA,
                Runtime.getRuntime().maxMemory() / MEGA,
                ProcessMemory.peak());
        assertThat(ended.getInt("result.taken")).isEqualTo(60_000);
        score(project);
        for (String query : List.of(
                "?",
                "?order=newest",
                "?order=model",
                "?order=data",
                "?state=waiting&order=model",
                "?state=waiting",
                "?after=" + middle(project),
                "?order=model&after=0.5_" + middle(project))) {
            page(lead, project, query);
        }
    }

    /** Lets every image have a score, as after a round. */
    private void score(ProjectId project) {
        long model = sql.number(
                "insert into model_version (project_id, number, state, parameters, metrics, provenance, created_at)"
                        + " values (?, 1, 'published', '', '{}', '{}', now()) returning id",
                project.value());
        sql.update("create table image_score_" + model + " partition of image_score for values in (" + model + ")");
        sql.update(
                "insert into image_score select ?, i.id, random(), random(), random(), c.id, array_fill(0.1::real, array[10])"
                        + " from image i join project_class c on c.project_id = i.project_id and c.position = (select"
                        + " min(position) from project_class where project_id = i.project_id) where i.project_id = ?",
                model,
                project.value());
        sql.update("update project set published_model = ? where id = ?", model, project.value());
        sql.update("analyze image_score_" + model);
        sql.update("analyze image");
    }

    private long middle(ProjectId project) {
        return sql.number("select min(id) + 30000 from image where project_id = ?", project.value());
    }

    private void page(TestPerson lead, ProjectId project, String query) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        server.resolve("/api/projects/" + project + "/images" + query + "&limit=100"))
                .header("Authorization", "Bearer " + lead.token())
                .build();
        double[] milliseconds = new double[PAGES];
        for (int i = 0; i < PAGES; i++) {
            long start = System.nanoTime();
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            milliseconds[i] = (System.nanoTime() - start) / MEGA;
            assertThat(response.statusCode()).isEqualTo(200);
        }
        Arrays.sort(milliseconds);
        System.out.printf(
                "page of 100 %-30s median %.1f ms, p99 %.1f ms%n",
                query, milliseconds[PAGES / 2], milliseconds[PAGES * 99 / 100]);
    }

    private long send(TestPerson lead, ProjectId project, Path zip) throws IOException, InterruptedException {
        byte[] head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"pool.zip\"\r\n"
                        + "Content-Type: application/zip\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/projects/" + project + "/images"))
                .header("Authorization", "Bearer " + lead.token())
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofByteArray(head),
                        HttpRequest.BodyPublishers.ofFile(zip),
                        HttpRequest.BodyPublishers.ofByteArray(tail)))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return JsonPath.from(response.body()).getLong("job");
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
