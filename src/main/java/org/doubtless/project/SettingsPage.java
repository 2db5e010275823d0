package org.doubtless.project;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.doubtless.account.AccountId;
import org.doubtless.account.EmailAddress;
import org.doubtless.account.People;
import org.doubtless.account.Person;
import org.doubtless.account.SignedIn;
import org.doubtless.web.Access;
import org.doubtless.web.DeedNote;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** A project's settings and members, and its end. */
@Path("/projects/{p}")
@Produces(MediaType.TEXT_HTML)
public class SettingsPage {
    private final RenderSettings render;
    private final Members members;
    private final People people;
    private final ChangeProject changeProject;
    private final DeleteProject deleteProject;
    private final ProjectEncoder encoder;
    private final SignedIn signedIn;
    private final DeedNote note;

    SettingsPage(
            RenderSettings render,
            Members members,
            People people,
            ChangeProject changeProject,
            DeleteProject deleteProject,
            ProjectEncoder encoder,
            SignedIn signedIn,
            DeedNote note) {
        this.note = note;
        this.render = render;
        this.members = members;
        this.people = people;
        this.changeProject = changeProject;
        this.deleteProject = deleteProject;
        this.encoder = encoder;
        this.signedIn = signedIn;
    }

    @GET
    @Path("settings")
    @Access(Who.LEAD)
    public TemplateInstance show(@PathParam("p") ProjectId project, @RestQuery boolean saved) {
        return render.page(project, saved, "");
    }

    @POST
    @Path("settings")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.LEAD)
    public Response save(@PathParam("p") ProjectId project, @RestForm String name, @RestForm int leaseMinutes) {
        return render.after(project, () -> change(project, name, old -> old.withLease(leaseMinutes * 60)));
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
        return form.right()
                ? render.after(project, () -> change(project, null, old -> old.with(form.over(old.retraining()))))
                : render.wrong(project, form);
    }

    @POST
    @Path("settings/automatic")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.LEAD)
    public Response saveAutomatic(
            @PathParam("p") ProjectId project,
            @RestForm boolean automaticLabels,
            @RestForm String mostWrong,
            @RestForm String auditShare) {
        AutomaticForm form = AutomaticForm.sent(automaticLabels, mostWrong, auditShare);
        return form.right()
                ? render.after(project, () -> change(project, null, old -> old.with(form.rule())))
                : render.wrong(project, form);
    }

    @POST
    @Path("settings/readers")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.LEAD)
    public Response saveReaders(
            @PathParam("p") ProjectId project,
            @RestForm String overlap,
            @RestForm String overlapFor,
            @RestForm String overlapShare) {
        OverlapForm form = OverlapForm.sent(overlap, overlapFor, overlapShare);
        return form.right()
                ? render.after(project, () -> change(project, null, old -> old.with(form.over(old.overlap()))))
                : render.wrong(project, form);
    }

    @POST
    @Path("settings/checks")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.LEAD)
    public Response saveChecks(
            @PathParam("p") ProjectId project,
            @RestForm String goldShare,
            @RestForm String repeatShare,
            @RestForm String repeatAfter) {
        ChecksForm form = ChecksForm.sent(goldShare, repeatShare, repeatAfter);
        return form.right()
                ? render.after(project, () -> change(project, null, old -> old.with(form.checks())))
                : render.wrong(project, form);
    }

    @POST
    @Path("settings/routes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.LEAD)
    public Response saveRoutes(
            @PathParam("p") ProjectId project,
            @RestForm String thresholds,
            @RestForm String modelThreshold,
            @RestForm String dataThreshold) {
        ThresholdsForm form = ThresholdsForm.sent(thresholds, modelThreshold, dataThreshold);
        return form.right()
                ? render.after(project, () -> change(project, null, old -> old.with(form.thresholds())))
                : render.wrong(project, form);
    }

    @POST
    @Path("settings/desk")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.LEAD)
    public Response saveDesk(@PathParam("p") ProjectId project, @RestForm boolean showWhy) {
        return render.after(project, () -> change(project, null, old -> old.withWhy(showWhy)));
    }

    @POST
    @Path("settings/encoder")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.LEAD)
    public Response saveEncoder(
            @PathParam("p") ProjectId project,
            @RestForm boolean encoder,
            @RestForm List<String> way,
            @RestForm String steps) {
        return render.after(project, () -> {
            if (encoder) {
                this.encoder.want(project, way, wholeNumber(steps));
            } else {
                this.encoder.forget(project);
            }
        });
    }

    @POST
    @Path("members")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.LEAD)
    public Response putMember(@PathParam("p") ProjectId project, @RestForm String email, @RestForm String role) {
        return render.after(project, () -> {
            Person person = people.find(new EmailAddress(email))
                    .orElseThrow(() ->
                            Problem.notFound("account", email, "Ask an administrator to create it, then add it here."));
            note.put("account", person.id());
            ProjectRole wanted = ProjectRole.of(Objects.requireNonNullElse(role, ""));
            note.changed("role", members.roleWord(project, person.id()), wanted.word());
            members.put(project, person.id(), wanted);
        });
    }

    @POST
    @Path("members/{account}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.LEAD)
    public Response removeMember(@PathParam("p") ProjectId project, @PathParam("account") AccountId account) {
        return render.after(project, () -> {
            note.changed("role", members.roleWord(project, account), null);
            members.remove(project, account);
        });
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
            return render.failed(project, problem);
        }
    }

    private static int wholeNumber(String steps) {
        try {
            return Integer.parseInt(steps.strip());
        } catch (NumberFormatException e) {
            throw Problem.badRequest("steps", "The encoder was not changed: give a whole number of steps.");
        }
    }

    private void change(ProjectId project, String name, UnaryOperator<ProjectSettings> settings) {
        changeProject.change(project, new ChangeProject.Changes(name, settings, List.of(), Map.of()), signedIn.id());
    }
}
