package org.doubtless.support;

import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import org.doubtless.demo.pollen.PollenSlides;
import org.doubtless.project.ProjectId;

/** Brings drawn grains into a pool as a program would: by an upload. */
@ApplicationScoped
public class TestGrains {
    private static final long SEED = 11;

    private final TestJobs jobs;

    TestGrains(TestJobs jobs) {
        this.jobs = jobs;
    }

    public void bring(TestPerson lead, ProjectId project, int grains) {
        jobs.await(lead, send(lead.bearer(), project.value(), grains));
    }

    /** The same without waiting for it; returns the import's job. */
    public static long send(RequestSpecification upload, long project, int grains) {
        PollenSlides.stream(SEED, grains)
                .forEach(grain -> upload.multiPart("files", grain.filename(), grain.image(), "image/jpeg"));
        return upload.post("/api/projects/" + project + "/images")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("job");
    }

    /** What an image of {@link #bring} shows. */
    static PollenSlides.Truth truth(int index) {
        return PollenSlides.truth(SEED, index);
    }
}
