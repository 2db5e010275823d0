package org.doubtless.dashboard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.doubtless.project.FrameProject;
import org.doubtless.project.ProjectFrame;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** What the active order has saved, measured on a project's own labels. */
@Path("/projects/{p}/replay")
@Produces(MediaType.TEXT_HTML)
public class ReplayPage {
    private final FrameProject frame;

    ReplayPage(FrameProject frame) {
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        private Templates() {}

        static native TemplateInstance replay(ProjectFrame project);
    }

    @GET
    @Access(Who.LEAD)
    public TemplateInstance show(@PathParam("p") ProjectId project) {
        return Templates.replay(frame.frame(project));
    }
}
