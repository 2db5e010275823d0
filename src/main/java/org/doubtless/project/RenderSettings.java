package org.doubtless.project;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.doubtless.account.Person;
import org.doubtless.web.Problem;

/** Writes the page of a project's settings, after a change too: saved, or with why it failed. */
@ApplicationScoped
class RenderSettings {
    private final Projects projects;
    private final FrameProject frame;
    private final Members members;
    private final TellNextRound tellNextRound;
    private final TellAutomaticLabels tellAutomaticLabels;
    private final ProjectEncoder encoder;

    RenderSettings(
            Projects projects,
            FrameProject frame,
            Members members,
            TellNextRound tellNextRound,
            TellAutomaticLabels tellAutomaticLabels,
            ProjectEncoder encoder) {
        this.projects = projects;
        this.frame = frame;
        this.members = members;
        this.tellNextRound = tellNextRound;
        this.tellAutomaticLabels = tellAutomaticLabels;
        this.encoder = encoder;
    }

    /** A member as the page lists them. */
    record MemberRow(long account, String name, String email, String may) {}

    @CheckedTemplate(basePath = "project")
    static class Templates {
        private Templates() {}

        /**
         * @param next when the next round starts
         * @param standing what came of the rule for automatic labels
         * @param failure why the last change failed; empty at the first
         */
        static native TemplateInstance settings(
                ProjectFrame project,
                RetrainingForm rounds,
                String next,
                AutomaticForm automatic,
                OverlapForm readers,
                ThresholdsForm routes,
                ChecksForm checks,
                TellAutomaticLabels.State standing,
                ProjectEncoder.State encoder,
                int leaseMinutes,
                boolean showWhy,
                String controlPercent,
                List<MemberRow> members,
                boolean saved,
                String failure);
    }

    /** The forms of a project's settings: as they are, or as they were sent. */
    private record Forms(
            RetrainingForm rounds,
            AutomaticForm automatic,
            OverlapForm readers,
            ThresholdsForm routes,
            ChecksForm checks) {}

    private Forms forms(ProjectId project) {
        Project found = projects.get(project);
        ProjectSettings settings = found.settings();
        return new Forms(
                RetrainingForm.of(settings.retraining()),
                AutomaticForm.of(settings.automatic()),
                OverlapForm.of(settings.overlap()),
                ThresholdsForm.of(found),
                ChecksForm.of(settings.checks()));
    }

    TemplateInstance page(ProjectId project, boolean saved, String failure) {
        return page(project, forms(project), saved, failure);
    }

    /** With what was typed, and what is wrong with it. */
    Response wrong(ProjectId project, RetrainingForm rounds) {
        Forms forms = forms(project);
        return bad(page(
                project,
                new Forms(rounds, forms.automatic(), forms.readers(), forms.routes(), forms.checks()),
                false,
                ""));
    }

    /** With what was typed, and what is wrong with it. */
    Response wrong(ProjectId project, AutomaticForm automatic) {
        Forms forms = forms(project);
        return bad(page(
                project,
                new Forms(forms.rounds(), automatic, forms.readers(), forms.routes(), forms.checks()),
                false,
                ""));
    }

    /** With what was typed, and what is wrong with it. */
    Response wrong(ProjectId project, OverlapForm readers) {
        Forms forms = forms(project);
        return bad(page(
                project,
                new Forms(forms.rounds(), forms.automatic(), readers, forms.routes(), forms.checks()),
                false,
                ""));
    }

    /** With what was typed, and what is wrong with it. */
    Response wrong(ProjectId project, ThresholdsForm routes) {
        Forms forms = forms(project);
        return bad(page(
                project,
                new Forms(forms.rounds(), forms.automatic(), forms.readers(), routes, forms.checks()),
                false,
                ""));
    }

    /** With what was typed, and what is wrong with it. */
    Response wrong(ProjectId project, ChecksForm checks) {
        Forms forms = forms(project);
        return bad(page(
                project,
                new Forms(forms.rounds(), forms.automatic(), forms.readers(), forms.routes(), checks),
                false,
                ""));
    }

    private static Response bad(TemplateInstance page) {
        return Response.status(Response.Status.BAD_REQUEST).entity(page).build();
    }

    /** Changes, and goes back to the page. */
    Response after(ProjectId project, Runnable change) {
        try {
            change.run();
            return Response.seeOther(URI.create("/projects/" + project + "/settings?saved=true"))
                    .build();
        } catch (Problem problem) {
            return failed(project, problem);
        }
    }

    Response failed(ProjectId project, Problem problem) {
        return Response.status(problem.status())
                .entity(page(project, false, problem.detail()))
                .build();
    }

    private TemplateInstance page(ProjectId id, Forms forms, boolean saved, String failure) {
        Project project = projects.get(id);
        ProjectSettings settings = project.settings();
        String controlPercent = new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ENGLISH))
                        .format(settings.controlShare() * 100)
                + " %";
        return Templates.settings(
                frame.frame(id),
                forms.rounds(),
                tellNextRound.sentence(project),
                forms.automatic(),
                forms.readers(),
                forms.routes(),
                forms.checks(),
                tellAutomaticLabels.state(id),
                encoder.state(id),
                Math.max(1, settings.leaseSeconds() / 60),
                settings.showWhy(),
                controlPercent,
                members.of(id).stream().map(RenderSettings::row).toList(),
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
