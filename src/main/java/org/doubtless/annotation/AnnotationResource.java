package org.doubtless.annotation;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.doubtless.account.SignedIn;
import org.doubtless.project.KnownProjects;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.web.Access;
import org.doubtless.web.Latency;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.RestResponse;

/** Takes answers, and shows one's own. */
@Path("/api/projects/{p}/annotations")
class AnnotationResource {
    private static final int MOST = 500;

    private final SubmitAnnotation submit;
    private final KnownProjects projects;
    private final Projects roles;
    private final SignedIn signedIn;
    private final AgroalDataSource database;
    private final MeterRegistry meters;
    private final Timer timer;

    AnnotationResource(
            SubmitAnnotation submit,
            KnownProjects projects,
            Projects roles,
            SignedIn signedIn,
            AgroalDataSource database,
            MeterRegistry meters) {
        this.submit = submit;
        this.meters = meters;
        this.timer = Latency.timer(meters, "doubtless.submit", "An answer, until it is kept");
        this.roles = roles;
        this.projects = projects;
        this.signedIn = signedIn;
        this.database = database;
    }

    /** A list of annotations, newest first. */
    record Page(List<AnnotationView> items) {}

    @POST
    @Access(Who.ANNOTATOR)
    public RestResponse<AnnotationView> submit(@PathParam("p") ProjectId project, NewAnnotation sent)
            throws SQLException {
        Answer answer = NewAnnotation.read(sent, projects.labelling(project).labels());
        SubmitAnnotation.Submitted submitted = Latency.of(
                timer, () -> submit.submit(project, signedIn.id(), answer, () -> roles.isLead(project, signedIn)));
        if (submitted.added()) {
            meters.counter("doubtless.annotations", "outcome", sent.outcome()).increment();
        }
        return RestResponse.status(
                submitted.added() ? RestResponse.Status.CREATED : RestResponse.Status.OK, submitted.annotation());
    }

    @GET
    @Access(Who.ANNOTATOR)
    public Page mine(@PathParam("p") ProjectId project, @QueryParam("limit") @DefaultValue("50") int limit)
            throws SQLException {
        if (limit < 1 || limit > MOST) {
            throw Problem.badRequest("limit", "Cannot list " + limit + " annotations; ask for 1 to " + MOST + ".");
        }
        try (Connection connection = database.getConnection()) {
            return new Page(Annotations.newest(connection, project, signedIn.id(), limit));
        }
    }
}
