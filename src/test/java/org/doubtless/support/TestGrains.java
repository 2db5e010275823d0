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
        RequestSpecification upload = lead.bearer();
        PollenSlides.stream(SEED, grains)
                .forEach(grain -> upload.multiPart("files", grain.filename(), grain.image(), "image/jpeg"));
        long job = upload.post("/api/projects/" + project + "/images")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("job");
        jobs.await(lead, job);
    }

    /** What an image of {@link #bring} shows. */
    static PollenSlides.Truth truth(int index) {
        return PollenSlides.truth(SEED, index);
    }
}
