package org.doubtless.round.agreement;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** What people's answers cost and how far they agree: leads see everybody's, all others their own. */
@Path("/api/projects/{p}/work")
class WorkResource {
    private final ReadWork readWork;

    WorkResource(ReadWork readWork) {
        this.readWork = readWork;
    }

    @GET
    @Access(Who.ANNOTATOR)
    public WorkView get(@PathParam("p") ProjectId project) throws SQLException {
        return readWork.of(project);
    }
}
