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

/** Where a lead decides between readers who differ. */
@Path("/projects/{p}/disagreements")
@Produces(MediaType.TEXT_HTML)
public class DisagreementsPage {
    private final FrameProject frame;
    private final Projects projects;

    DisagreementsPage(FrameProject frame, Projects projects) {
        this.frame = frame;
        this.projects = projects;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        private Templates() {}

        static native TemplateInstance disagreements(ProjectFrame project, List<LabelClass> labels);
    }

    @GET
    @Access(Who.LEAD)
    public TemplateInstance decide(@PathParam("p") ProjectId id) {
        Project project = projects.get(id);
        return Templates.disagreements(frame.frame(project), project.labels().classes());
    }
}
