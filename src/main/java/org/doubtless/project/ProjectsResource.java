package org.doubtless.project;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.doubtless.account.SignedIn;
import org.doubtless.web.Access;
import org.doubtless.web.DeedNote;
import org.doubtless.web.RequestBody;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

/** Projects by the API. */
@Path("/api/projects")
@Produces(MediaType.APPLICATION_JSON)
public class ProjectsResource {
    private static final String EXAMPLE = "{\"name\": \"Pollen\", \"classes\": [\"alder\", \"birch\"]}";

    private final SignedIn signedIn;
    private final Projects projects;
    private final CreateProject createProject;
    private final ChangeProject changeProject;
    private final DeleteProject deleteProject;
    private final DeedNote note;
    private final SecureRandom random = new SecureRandom();

    ProjectsResource(
            SignedIn signedIn,
            Projects projects,
            CreateProject createProject,
            ChangeProject changeProject,
            DeleteProject deleteProject,
            DeedNote note) {
        this.note = note;
        this.signedIn = signedIn;
        this.projects = projects;
        this.createProject = createProject;
        this.changeProject = changeProject;
        this.deleteProject = deleteProject;
    }

    /** Those in which the caller takes part; an administrator sees all. */
    @GET
    @Access(Who.SIGNED_IN)
    public List<ProjectView> list() {
        Map<ProjectId, ProjectRole> roles = projects.roles(signedIn.id());
        List<Project> visible = signedIn.administrator() ? projects.all() : projects.ofMember(signedIn.id());
        return visible.stream()
                .map(project ->
                        ProjectView.of(project, word(roles.get(project.id())), showArm(roles.get(project.id()))))
                .toList();
    }

    @POST
    @Access(Who.SIGNED_IN)
    @ResponseStatus(201)
    public ProjectView create(ProjectRequest.Create request) {
        NewProject project = RequestBody.required(request, EXAMPLE).read(random);
        Project made = createProject.create(project, signedIn.id());
        note.put("project", made.id());
        note.put("name", made.name());
        return ProjectView.of(made, ProjectRole.LEAD.word(), ShowArm.YES);
    }

    @GET
    @Path("{p}")
    @Access(Who.VIEWER)
    public ProjectView get(@PathParam("p") ProjectId id) {
        return view(projects.get(id));
    }

    @PATCH
    @Path("{p}")
    @Access(Who.LEAD)
    public ProjectView change(@PathParam("p") ProjectId id, ProjectRequest.Change request) {
        return view(
                changeProject.change(id, RequestBody.required(request, EXAMPLE).read(), signedIn.id()));
    }

    @DELETE
    @Path("{p}")
    @Access(Who.LEAD)
    public void delete(@PathParam("p") ProjectId id, @RestQuery String name) {
        deleteProject.delete(id, name);
    }

    private ProjectView view(Project project) {
        ProjectRole role = projects.role(project.id(), signedIn.id()).orElse(null);
        return ProjectView.of(project, word(role), showArm(role));
    }

    private ShowArm showArm(ProjectRole role) {
        return MayKnowArm.as(role, signedIn.administrator());
    }

    private static String word(ProjectRole role) {
        return role == null ? "administrator" : role.word();
    }
}
