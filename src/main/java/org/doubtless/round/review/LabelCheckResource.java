package org.doubtless.round.review;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import org.doubtless.account.SignedIn;
import org.doubtless.jobs.JobId;
import org.doubtless.project.ProjectId;
import org.doubtless.round.RequestLoneJob;
import org.doubtless.web.Access;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.RestResponse;

/** Starts a check of the labels and shows what the newest found; what is decided of them is an adjudication. */
@Path("/api/projects/{p}/label-check")
class LabelCheckResource {
    private final RequestLoneJob requestJob;
    private final ReadLabelCheck readLabelCheck;
    private final SignedIn signedIn;

    LabelCheckResource(RequestLoneJob requestJob, ReadLabelCheck readLabelCheck, SignedIn signedIn) {
        this.requestJob = requestJob;
        this.readLabelCheck = readLabelCheck;
        this.signedIn = signedIn;
    }

    /** The job to watch. */
    record Started(long job) {}

    @GET
    @Access(Who.LEAD)
    public LabelCheckView get(@PathParam("p") ProjectId project) throws SQLException {
        return readLabelCheck.of(project);
    }

    @POST
    @Access(Who.LEAD)
    public RestResponse<Started> start(@PathParam("p") ProjectId project) throws SQLException {
        JobId job = requestJob.request(project, signedIn.id(), CheckLabelsJob.KIND, "Check of the labels");
        return RestResponse.status(RestResponse.Status.ACCEPTED, new Started(job.value()));
    }
}
