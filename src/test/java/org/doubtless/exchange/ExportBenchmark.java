package org.doubtless.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.doubtless.project.ProjectId;
import org.doubtless.support.DataSets;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prints how long each export of a labelled pool takes and how far the heap rises for it:
 * {@code mvn test -Pbenchmark -Dtest=ExportBenchmark -Dtest.heap=256m -Dexport.images=60000}.
 */
@Tag("benchmark")
@QuarkusTest
class ExportBenchmark {
    private static final int IMAGES = Integer.getInteger("export.images", 60_000);
    private static final int CLASSES = 10;
    private static final double MEGA = 1e6;

    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    Sql sql;

    @TestHTTPResource
    URI server;

    @TempDir
    Path folder;

    @Test
    void exports_a_labelled_pool() throws IOException, InterruptedException {
        TestPerson lead = people.person("Lead");
        ProjectId project = projects.project(lead, "0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        fill(project, DataSets.findOrSkip("mnist", "pool.zip"));
        label(project);
        for (String format : List.of("csv", "json", "coco", "imagefolder")) {
            export(lead, project, format);
        }
    }

    private void fill(ProjectId project, Path pool) throws IOException {
        try (ZipFile zip = new ZipFile(pool.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            for (int taken = 0; taken < IMAGES && entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    byte[] bytes = zip.getInputStream(entry).readAllBytes();
                    sql.update(
                            "with made as (insert into image (project_id, sha256, filename, media_type, width, height,"
                                    + " byte_count, arm, imported_at, state, class_id) values (?, sha256(?), ?,"
                                    + " 'image/png', 28, 28, ?, 'active', now(), 'labelled', (select id from project_class"
                                    + " where project_id = ? and position = ?)) returning id)"
                                    + " insert into image_content (image_id, content) select id, ? from made",
                            project.value(),
                            bytes,
                            entry.getName(),
                            bytes.length,
                            project.value(),
                            taken % CLASSES,
                            bytes);
                    taken++;
                }
            }
        }
    }

    private void label(ProjectId project) {
        sql.update(
                "insert into annotation (project_id, image_id, account_id, outcome, class_id, client_key, created_at)"
                        + " select i.project_id, i.id, p.created_by, 'labelled', i.class_id, gen_random_uuid()::text,"
                        + " now() from image i join project p on p.id = i.project_id where p.id = ?",
                project.value());
        sql.update("analyze image");
        sql.update("analyze annotation");
    }

    private void export(TestPerson lead, ProjectId project, String format) throws IOException, InterruptedException {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
        HttpRequest request = HttpRequest.newBuilder(
                        server.resolve("/api/projects/" + project + "/export?uncertainty=true&format=" + format))
                .header("Authorization", "Bearer " + lead.token())
                .build();
        Path file = folder.resolve(format);
        long start = System.nanoTime();
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        try (InputStream body = response.body()) {
            Files.copy(body, file);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%-11s %,d images, %6.1f MB in %5.1f s; heap at most %.0f MB of %.0f MB%n",
                format, IMAGES, Files.size(file) / MEGA, seconds, peakHeap() / MEGA, maxHeap() / MEGA);
        if (format.equals("imagefolder")) {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                assertThat(zip.size()).isEqualTo(IMAGES + 2);
            }
        }
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static long maxHeap() {
        return Runtime.getRuntime().maxMemory();
    }
}
