package org.doubtless.dashboard;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import org.doubtless.project.FrameProject;
import org.doubtless.project.LabelClass;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectFrame;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** The pages of one project that gather from several features; they begin with the numbers they then keep fresh. */
@Path("/projects/{p}")
@Produces(MediaType.TEXT_HTML)
public class ProjectPages {
    /** Minutes that are offered; any other number can be written. */
    private static final List<Integer> SESSION_LENGTHS = List.of(10, 20, 45);

    private final Projects projects;
    private final FrameProject frame;
    private final ReadStatus status;
    private final ObjectMapper json;

    ProjectPages(Projects projects, FrameProject frame, ReadStatus status, ObjectMapper json) {
        this.projects = projects;
        this.frame = frame;
        this.status = status;
        this.json = json;
    }

    @CheckedTemplate(basePath = "dashboard", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        private Templates() {}

        /** @param status the {@link ProjectStatus} as JSON */
        static native TemplateInstance home(ProjectFrame project, String status);

        /**
         * @param status the {@link ProjectStatus} as JSON
         * @param showsWhy whether the project shows why an image is asked
         */
        static native TemplateInstance desk(
                ProjectFrame project,
                String status,
                List<LabelClass> labels,
                boolean showsWhy,
                List<Integer> sessionLengths);

        static native TemplateInstance projectJobs(ProjectFrame project);
    }

    @GET
    @Access(Who.VIEWER)
    public Response root(@PathParam("p") ProjectId project) {
        return Response.seeOther(URI.create("/projects/" + project + "/home")).build();
    }

    @GET
    @Path("home")
    @Access(Who.VIEWER)
    public TemplateInstance home(@PathParam("p") ProjectId id) throws SQLException, IOException {
        Project project = projects.get(id);
        return Templates.home(frame.frame(project), json.writeValueAsString(status.of(project)));
    }

    @GET
    @Path("jobs")
    @Access(Who.VIEWER)
    public TemplateInstance jobs(@PathParam("p") ProjectId project) {
        return Templates.projectJobs(frame.frame(project));
    }

    @GET
    @Path("label")
    @Access(Who.ANNOTATOR)
    public TemplateInstance desk(@PathParam("p") ProjectId id) throws SQLException, IOException {
        Project project = projects.get(id);
        return Templates.desk(
                frame.frame(project),
                json.writeValueAsString(status.blind(project)),
                project.labels().classes(),
                project.settings().showWhy(),
                SESSION_LENGTHS);
    }
}
