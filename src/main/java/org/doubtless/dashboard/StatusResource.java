package org.doubtless.dashboard;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.io.IOException;
import java.sql.SQLException;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.web.Access;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.RestQuery;

/** Where a project stands; {@code blind} asks for it as an annotator may know it. */
@Path("/api/projects/{p}/status")
class StatusResource {
    private final ReadStatus status;
    private final Projects projects;

    StatusResource(ReadStatus status, Projects projects) {
        this.status = status;
        this.projects = projects;
    }

    @GET
    @Access(Who.VIEWER)
    public ProjectStatus status(@PathParam("p") ProjectId project, @RestQuery boolean blind)
            throws SQLException, IOException {
        return blind ? status.blind(projects.get(project)) : status.of(projects.get(project));
    }
}
