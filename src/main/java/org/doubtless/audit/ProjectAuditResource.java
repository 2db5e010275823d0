package org.doubtless.audit;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** The audit log of one project. */
@Path("/api/projects/{p}/audit")
class ProjectAuditResource {
    private final ReadDeeds readDeeds;
    private final SendDeeds sendDeeds;

    ProjectAuditResource(ReadDeeds readDeeds, SendDeeds sendDeeds) {
        this.readDeeds = readDeeds;
        this.sendDeeds = sendDeeds;
    }

    @GET
    @Access(Who.LEAD)
    public AuditResource.Page list(@PathParam("p") ProjectId project, @BeanParam DeedQuery query)
            throws SQLException, IOException {
        return new AuditResource.Page(readDeeds.newest(DeedFilter.of(project, query), AuditResource.PAGE));
    }

    @GET
    @Path("/csv")
    @Access(Who.LEAD)
    public Response csv(@PathParam("p") ProjectId project, @BeanParam DeedQuery query) {
        return sendDeeds.csv("audit-project-" + project, DeedFilter.of(project, query));
    }
}
