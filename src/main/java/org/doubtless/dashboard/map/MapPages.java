package org.doubtless.dashboard.map;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.doubtless.project.FrameProject;
import org.doubtless.project.LabelClass;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectFrame;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** The pages of the maps; what they show comes from the API. */
@Path("/projects/{p}/maps")
@Produces(MediaType.TEXT_HTML)
public class MapPages {
    private final Projects projects;
    private final FrameProject frame;

    MapPages(Projects projects, FrameProject frame) {
        this.projects = projects;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "dashboard", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        private Templates() {}

        static native TemplateInstance doubtMap(ProjectFrame project, List<LabelClass> labels);

        static native TemplateInstance likenessMap(ProjectFrame project, List<LabelClass> labels);
    }

    @GET
    @Path("doubts")
    @Access(Who.LEAD)
    public TemplateInstance doubts(@PathParam("p") ProjectId id) {
        Project project = projects.get(id);
        return Templates.doubtMap(frame.frame(project), project.labels().classes());
    }

    @GET
    @Path("likeness")
    @Access(Who.LEAD)
    public TemplateInstance likeness(@PathParam("p") ProjectId id) {
        Project project = projects.get(id);
        return Templates.likenessMap(frame.frame(project), project.labels().classes());
    }
}
