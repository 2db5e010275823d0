package org.doubtless.round;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import org.doubtless.account.SignedIn;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.RestResponse;

/** Publishes versions that were made before. */
@Path("/api/projects/{p}/models/{number}/publish")
class PublicationResource {
    private final RequestPublication requestPublication;
    private final SignedIn signedIn;

    PublicationResource(RequestPublication requestPublication, SignedIn signedIn) {
        this.requestPublication = requestPublication;
        this.signedIn = signedIn;
    }

    /** The job to watch. */
    record Started(long job) {}

    @POST
    @Access(Who.LEAD)
    public RestResponse<Started> publish(@PathParam("p") ProjectId project, @PathParam("number") int number)
            throws SQLException {
        return RestResponse.status(
                RestResponse.Status.ACCEPTED,
                new Started(requestPublication
                        .request(project, number, signedIn.id())
                        .value()));
    }
}
