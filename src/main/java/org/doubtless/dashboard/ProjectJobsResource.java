package org.doubtless.dashboard;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import org.doubtless.jobs.Jobs;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** Shows the background work of one project. */
@Path("/api/projects/{p}/jobs")
class ProjectJobsResource {
    private final Jobs jobs;
    private final Clock clock;

    ProjectJobsResource(Jobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @GET
    @Access(Who.VIEWER)
    public JobResource.All list(@PathParam("p") ProjectId project) {
        return JobResource.All.of(jobs.ofProject(project.value(), JobResource.MOST), clock.instant());
    }
}
