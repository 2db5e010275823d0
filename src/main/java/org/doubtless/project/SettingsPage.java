package org.doubtless.project;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.doubtless.account.AccountId;
import org.doubtless.account.EmailAddress;
import org.doubtless.account.People;
import org.doubtless.account.Person;
import org.doubtless.account.SignedIn;
import org.doubtless.web.Access;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** A project's settings and members, and its end. */
@Path("/projects/{p}")
@Produces(MediaType.TEXT_HTML)
public class SettingsPage {
    private final Projects projects;
    private final FrameProject frame;
    private final Members members;
    private final People people;
    private final ChangeProject changeProject;
    private final DeleteProject deleteProject;
    private final TellNextRound tellNextRound;
    private final SignedIn signedIn;

    SettingsPage(
            Projects projects,
            FrameProject frame,
            Members members,
            People people,
            ChangeProject changeProject,
            DeleteProject deleteProject,
            TellNextRound tellNextRound,
            SignedIn signedIn) {
        this.projects = projects;
        this.frame = frame;
        this.members = members;
        this.people = people;
        this.changeProject = changeProject;
        this.deleteProject = deleteProject;
        this.tellNextRound = tellNextRound;
        this.signedIn = signedIn;
    }

    /** A member as the page lists them. */
    record MemberRow(long account, String name, String email, String may) {}

    @CheckedTemplate(basePath = "project")
    static class Templates {
        private Templates() {}

        /**
         * @param next when the next round starts
         * @param failure why the last change failed; empty at the first
         */
        static native TemplateInstance settings(
                ProjectFrame project,
                RetrainingForm rounds,
                String next,
                int leaseMinutes,
                String controlPercent,
                List<MemberRow> members,
                boolean saved,
                String failure);
    }

    @GET
    @Path("settings")
    @Access(Who.LEAD)
    public TemplateInstance show(@PathParam("p") ProjectId project, @RestQuery boolean saved) {
        return page(project, saved, "");
    }

    @POST
    @Path("settings")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.LEAD)
    public Response save(@PathParam("p") ProjectId project, @RestForm String name, @RestForm int leaseMinutes) {
        return change(project, () -> {
            ChangeProject.Changes changes = new ChangeProject.Changes(
                    name,
                    old -> new ProjectSettings(old.controlShare(), old.retraining(), leaseMinutes * 60, old.samples()),
                    List.of(),
                    Map.of());
            changeProject.change(project, changes, signedIn.id());
        });
    }

    @POST
    @Path("settings/rounds")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.LEAD)
    public Response saveRounds(
            @PathParam("p") ProjectId project,
            @RestForm String retraining,
            @RestForm String retrainAfter,
            @RestForm String schedule,
            @RestForm String timeZone) {
        RetrainingForm form = RetrainingForm.sent(retraining, retrainAfter, schedule, timeZone);
        if (!form.right()) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(project, form, false, ""))
                    .build();
        }
        return change(project, () -> {
            ChangeProject.Changes changes = new ChangeProject.Changes(
                    null,
                    old -> new ProjectSettings(
                            old.controlShare(), form.over(old.retraining()), old.leaseSeconds(), old.samples()),
                    List.of(),
                    Map.of());
            changeProject.change(project, changes, signedIn.id());
        });
    }

    @POST
    @Path("members")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.LEAD)
    public Response putMember(@PathParam("p") ProjectId project, @RestForm String email, @RestForm String role) {
        return change(project, () -> {
            Person person = people.find(new EmailAddress(email))
                    .orElseThrow(() ->
                            Problem.notFound("account", email, "Ask an administrator to create it, then add it here."));
            members.put(project, person.id(), ProjectRole.of(Objects.requireNonNullElse(role, "")));
        });
    }

    @POST
    @Path("members/{account}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.LEAD)
    public Response removeMember(@PathParam("p") ProjectId project, @PathParam("account") AccountId account) {
        return change(project, () -> members.remove(project, account));
    }

    @POST
    @Path("delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.LEAD)
    public Response delete(@PathParam("p") ProjectId project, @RestForm String name) {
        try {
            deleteProject.delete(project, name);
            return Response.seeOther(URI.create("/projects")).build();
        } catch (Problem problem) {
            return failed(project, problem);
        }
    }

    private Response change(ProjectId project, Runnable change) {
        try {
            change.run();
            return Response.seeOther(URI.create("/projects/" + project + "/settings?saved=true"))
                    .build();
        } catch (Problem problem) {
            return failed(project, problem);
        }
    }

    private Response failed(ProjectId project, Problem problem) {
        return Response.status(problem.status())
                .entity(page(project, false, problem.detail()))
                .build();
    }

    private TemplateInstance page(ProjectId id, boolean saved, String failure) {
        return page(id, RetrainingForm.of(projects.get(id).settings().retraining()), saved, failure);
    }

    private TemplateInstance page(ProjectId id, RetrainingForm rounds, boolean saved, String failure) {
        Project project = projects.get(id);
        ProjectSettings settings = project.settings();
        List<MemberRow> rows = members.of(id).stream().map(SettingsPage::row).toList();
        String controlPercent = new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ENGLISH))
                        .format(settings.controlShare() * 100)
                + " %";
        return Templates.settings(
                frame.frame(id),
                rounds,
                tellNextRound.sentence(project),
                Math.max(1, settings.leaseSeconds() / 60),
                controlPercent,
                rows,
                saved,
                failure);
    }

    private static MemberRow row(Member member) {
        Person person = member.person();
        String may =
                switch (member.role()) {
                    case LEAD -> "lead the project";
                    case ANNOTATOR -> "label";
                    case VIEWER -> "look only";
                };
        return new MemberRow(person.id().value(), person.name(), person.email(), may);
    }
}
