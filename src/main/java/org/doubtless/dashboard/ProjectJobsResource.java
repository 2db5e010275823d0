package org.doubtless.dashboard;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.doubtless.project.MayKnowArm;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** Shows the background work of one project. */
@Path("/api/projects/{p}/jobs")
class ProjectJobsResource {
    private final ListJobs listJobs;
    private final MayKnowArm mayKnowArm;

    ProjectJobsResource(ListJobs listJobs, MayKnowArm mayKnowArm) {
        this.listJobs = listJobs;
        this.mayKnowArm = mayKnowArm;
    }

    @GET
    @Access(Who.VIEWER)
    public ListJobs.Listed list(@PathParam("p") ProjectId project) {
        return listJobs.ofProject(project, mayKnowArm.in(project));
    }
}
