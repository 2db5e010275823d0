package org.doubtless.dashboard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import org.doubtless.project.Project;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** All projects at a glance: where the visit begins. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class ProjectsPage {
    private final ListProjects listProjects;

    ProjectsPage(ListProjects listProjects) {
        this.listProjects = listProjects;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        private Templates() {}

        static native TemplateInstance projects(List<ProjectRow> projects, boolean hasDemo);
    }

    @GET
    @Access(Who.SIGNED_IN)
    public Response root() {
        return Response.seeOther(URI.create("/projects")).build();
    }

    @GET
    @Path("projects")
    @Access(Who.SIGNED_IN)
    public TemplateInstance list() throws SQLException, IOException {
        List<Project> visible = listProjects.visible();
        return Templates.projects(listProjects.rows(visible), visible.stream().anyMatch(Project::demo));
    }
}
