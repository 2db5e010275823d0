package org.doubtless.round.agreement;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** How people do on gold images and repeats; who does not lead sees only themselves. */
@Path("/api/projects/{p}/checks")
class ChecksResource {
    private final ReadChecks readChecks;

    ChecksResource(ReadChecks readChecks) {
        this.readChecks = readChecks;
    }

    @GET
    @Access(Who.ANNOTATOR)
    public ChecksView checks(@PathParam("p") ProjectId project) throws SQLException {
        return readChecks.of(project);
    }
}
