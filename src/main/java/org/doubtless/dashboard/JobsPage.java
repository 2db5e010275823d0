package org.doubtless.dashboard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.doubtless.jobs.Job;
import org.doubtless.jobs.JobId;
import org.doubtless.jobs.Jobs;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.web.Access;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;

/** The background work of the installation, and one job with its log. */
@Path("/jobs")
@Produces(MediaType.TEXT_HTML)
public class JobsPage {
    private final Jobs jobs;
    private final Projects projects;

    JobsPage(Jobs jobs, Projects projects) {
        this.jobs = jobs;
        this.projects = projects;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        private Templates() {}

        static native TemplateInstance jobs();

        /** @param projectName empty for a job of no project */
        static native TemplateInstance job(long id, String title, long project, String projectName);
    }

    @GET
    @Access(Who.ADMINISTRATOR)
    public TemplateInstance all() {
        return Templates.jobs();
    }

    @GET
    @Path("{j}")
    @Access(Who.VIEWER)
    public TemplateInstance one(@PathParam("j") JobId id) {
        Job job = jobs.find(id).orElseThrow(() -> Problem.notFound("job", id, "It may have gone with its project."));
        ProjectId project = new ProjectId(job.project().orElse(0L));
        return Templates.job(
                id.value(),
                job.title(),
                project.value(),
                projects.find(project).map(Project::name).orElse(""));
    }
}
