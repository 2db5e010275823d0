package org.doubtless.dashboard;

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

/** The desk for many images at once: all of one class, but those that are marked. */
@Path("/projects/{p}/grid")
@Produces(MediaType.TEXT_HTML)
public class GridPage {
    private static final List<Integer> SIZES = List.of(9, 16, 36, 64, 100);

    private final Projects projects;
    private final FrameProject frame;

    GridPage(Projects projects, FrameProject frame) {
        this.projects = projects;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "dashboard", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        private Templates() {}

        static native TemplateInstance grid(ProjectFrame project, List<LabelClass> labels, List<Integer> sizes);
    }

    @GET
    @Access(Who.ANNOTATOR)
    public TemplateInstance grid(@PathParam("p") ProjectId id) {
        Project project = projects.get(id);
        return Templates.grid(frame.frame(project), project.labels().classes(), SIZES);
    }
}
