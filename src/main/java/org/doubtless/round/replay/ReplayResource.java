package org.doubtless.round.replay;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Locale;
import org.doubtless.account.SignedIn;
import org.doubtless.jobs.JobId;
import org.doubtless.learning.simulation.MeanCurve;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.RestResponse;

/** Starts a replay and shows what the newest measured; it tells how many images measure, so that it is for leads. */
@Path("/api/projects/{p}/replay")
class ReplayResource {
    private final RequestReplay requestReplay;
    private final ReadReplay readReplay;
    private final SignedIn signedIn;

    ReplayResource(RequestReplay requestReplay, ReadReplay readReplay, SignedIn signedIn) {
        this.requestReplay = requestReplay;
        this.readReplay = readReplay;
        this.signedIn = signedIn;
    }

    /** The job to watch. */
    record Started(long job) {}

    @GET
    @Access(Who.LEAD)
    public ReplayView get(@PathParam("p") ProjectId project) throws SQLException {
        return readReplay.of(project);
    }

    @POST
    @Access(Who.LEAD)
    public RestResponse<Started> start(@PathParam("p") ProjectId project) throws SQLException {
        JobId job = requestReplay.request(project, signedIn.id());
        return RestResponse.status(RestResponse.Status.ACCEPTED, new Started(job.value()));
    }

    /** The curves as a table. */
    @GET
    @Path("/csv")
    @Produces("text/csv;charset=UTF-8")
    @Access(Who.LEAD)
    public Response csv(@PathParam("p") ProjectId project) throws SQLException {
        ReplayView.Measured measured = readReplay.of(project).measured();
        StringBuilder table = new StringBuilder("order,labels,accuracy,low,high\r\n");
        if (measured != null) {
            measured.active().forEach(point -> table.append(line("active", point)));
            measured.random().forEach(point -> table.append(line("random", point)));
        }
        return Response.ok(table.toString())
                .header("Content-Disposition", "attachment; filename=\"replay-project-" + project + ".csv\"")
                .build();
    }

    private static String line(String order, MeanCurve at) {
        return String.format(
                Locale.ROOT, "%s,%d,%.6f,%.6f,%.6f\r\n", order, at.labels(), at.accuracy(), at.low(), at.high());
    }
}
