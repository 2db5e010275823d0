package org.doubtless.dashboard;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.time.Clock;
import org.doubtless.jobs.Job;
import org.doubtless.jobs.JobId;
import org.doubtless.jobs.Jobs;
import org.doubtless.jobs.RetryJob;
import org.doubtless.project.MayKnowArm;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ShowArm;
import org.doubtless.web.Access;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.RestResponse;

/** Shows the background work, cancels it and begins it again. */
@Path("/api/jobs")
class JobResource {
    private final Jobs jobs;
    private final RetryJob retryJob;
    private final ListJobs listJobs;
    private final MayKnowArm mayKnowArm;
    private final Clock clock;

    JobResource(Jobs jobs, RetryJob retryJob, ListJobs listJobs, MayKnowArm mayKnowArm, Clock clock) {
        this.jobs = jobs;
        this.retryJob = retryJob;
        this.listJobs = listJobs;
        this.mayKnowArm = mayKnowArm;
        this.clock = clock;
    }

    @GET
    @Access(Who.ADMINISTRATOR)
    public ListJobs.AllListed newest() throws SQLException {
        return listJobs.newest();
    }

    @GET
    @Path("/{j}")
    @Access(Who.VIEWER)
    public JobView one(@PathParam("j") JobId id) {
        return view(find(id));
    }

    @DELETE
    @Path("/{j}")
    @Access(Who.LEAD)
    public JobView cancel(@PathParam("j") JobId id) {
        jobs.requestCancel(id);
        return view(find(id));
    }

    /** Begins a failed job again. */
    @POST
    @Path("/{j}/retry")
    @Access(Who.LEAD)
    public RestResponse<JobView> retry(@PathParam("j") JobId id) throws SQLException {
        retryJob.retry(id);
        return RestResponse.status(RestResponse.Status.ACCEPTED, view(find(id)));
    }

    private Job find(JobId id) {
        return jobs.find(id).orElseThrow(() -> Problem.notFound("job", id, "It may have gone with its project."));
    }

    private JobView view(Job job) {
        ShowArm showArm = job.project().map(ProjectId::new).map(mayKnowArm::in).orElse(ShowArm.NO);
        return JobView.of(job, clock.instant(), jobs.log(job.id()), showArm);
    }
}
