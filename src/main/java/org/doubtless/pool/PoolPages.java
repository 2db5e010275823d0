package org.doubtless.pool;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.doubtless.project.FrameProject;
import org.doubtless.project.LabelClass;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectFrame;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.web.Access;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.RestQuery;

/** The pool as a grid of its images, and bringing new ones. */
@Path("/projects/{p}")
@Produces(MediaType.TEXT_HTML)
public class PoolPages {
    private final Projects projects;
    private final FrameProject frame;
    private final Pool pool;
    private final PoolConfig config;

    PoolPages(Projects projects, FrameProject frame, Pool pool, PoolConfig config) {
        this.projects = projects;
        this.frame = frame;
        this.pool = pool;
        this.config = config;
    }

    @CheckedTemplate(basePath = "pool", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        private Templates() {}

        static native TemplateInstance pool(ProjectFrame project, String images, List<LabelClass> labels);

        /** @param job the import to show; empty for none */
        static native TemplateInstance importImages(ProjectFrame project, String images, int maxMegapixels, String job);
    }

    @GET
    @Path("pool")
    @Access(Who.VIEWER)
    public TemplateInstance pool(@PathParam("p") ProjectId id) throws SQLException {
        Project project = projects.get(id);
        return Templates.pool(frame.frame(project), images(id), project.labels().classes());
    }

    @GET
    @Path("import")
    @Access(Who.LEAD)
    public TemplateInstance importImages(@PathParam("p") ProjectId id, @RestQuery String job) throws SQLException {
        return Templates.importImages(
                frame.frame(id), images(id), config.maxMegapixels(), Objects.requireNonNullElse(job, ""));
    }

    private String images(ProjectId project) throws SQLException {
        return String.format(Locale.ENGLISH, "%,d", pool.count(project));
    }
}
