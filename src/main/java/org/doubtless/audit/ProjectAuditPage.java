package org.doubtless.audit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.sql.SQLException;
import org.doubtless.project.FrameProject;
import org.doubtless.project.ProjectFrame;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** The audit log of one project as a page. */
@Path("/projects/{p}/audit")
@Produces(MediaType.TEXT_HTML)
public class ProjectAuditPage {
    private final ShowDeeds showDeeds;
    private final FrameProject frame;

    ProjectAuditPage(ShowDeeds showDeeds, FrameProject frame) {
        this.showDeeds = showDeeds;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "audit", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        private Templates() {}

        static native TemplateInstance projectAudit(ProjectFrame project, ShownDeeds log);
    }

    @GET
    @Access(Who.LEAD)
    public TemplateInstance show(@PathParam("p") ProjectId project, @BeanParam DeedQuery query)
            throws SQLException, IOException {
        return Templates.projectAudit(
                frame.frame(project),
                showDeeds.show("/projects/" + project + "/audit", DeedFilter.of(project, query), query));
    }
}
