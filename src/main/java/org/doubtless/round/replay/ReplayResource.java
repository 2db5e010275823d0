package org.doubtless.round.replay;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Locale;
import org.doubtless.account.SignedIn;
import org.doubtless.jobs.JobId;
import org.doubtless.learning.simulation.MeanCurve;
import org.doubtless.project.ProjectId;
import org.doubtless.round.RequestLoneJob;
import org.doubtless.web.Access;
import org.doubtless.web.CsvTable;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.RestResponse;

/** Starts a replay and shows what the newest measured; it tells how many images measure, so that it is for leads. */
@Path("/api/projects/{p}/replay")
class ReplayResource {
    private final RequestLoneJob requestJob;
    private final ReadReplay readReplay;
    private final SignedIn signedIn;

    ReplayResource(RequestLoneJob requestJob, ReadReplay readReplay, SignedIn signedIn) {
        this.requestJob = requestJob;
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
        JobId job = requestJob.request(project, signedIn.id(), ReplayJob.KIND, "Replay against random order");
        return RestResponse.status(RestResponse.Status.ACCEPTED, new Started(job.value()));
    }

    /** The curves as a table. */
    @GET
    @Path("/csv")
    @Access(Who.LEAD)
    public Response csv(@PathParam("p") ProjectId project) throws SQLException {
        ReplayView.Measured measured = readReplay.of(project).measured();
        CsvTable table = new CsvTable("order", "labels", "accuracy", "low", "high");
        if (measured != null) {
            measured.active().forEach(point -> row(table, "active", point));
            measured.random().forEach(point -> row(table, "random", point));
        }
        return table.download("replay-project-" + project + ".csv");
    }

    private static void row(CsvTable table, String order, MeanCurve at) {
        table.row(order, at.labels(), share(at.accuracy()), share(at.low()), share(at.high()));
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
