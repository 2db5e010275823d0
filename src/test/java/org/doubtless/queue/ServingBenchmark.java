package org.doubtless.queue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.project.ProjectSettings;
import org.doubtless.support.LabellingLoad;
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

    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    Sql sql;

    @TestHTTPResource("/")
    URI server;

    @Test
    void thirty_two_annotators_at_once() throws Exception {
        ProjectId project = pool();
        List<TestPerson> annotators = annotators(project);
        LabellingLoad load = new LabellingLoad(server, project, image -> Long.toString(image % 2));
        load.run(annotators, given -> given < 20, Duration.ZERO); // warms the server up
        report("as fast as they can, no pause", load, annotators, Duration.ZERO);
        report("one answer in 500 ms each", load, annotators, Duration.ofMillis(500));
    }

    private static void report(String how, LabellingLoad load, List<TestPerson> annotators, Duration pause)
            throws Exception {
        System.out.printf("BENCHMARK serving, %d annotators, %s%n", ANNOTATORS, how);
        load.run(annotators, given -> given < ANSWERS_EACH, pause).print();
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
}
