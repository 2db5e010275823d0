package org.doubtless.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.doubtless.account.AccountId;
import org.doubtless.web.DeedNote;
import org.doubtless.web.Problem;
import org.hibernate.exception.ConstraintViolationException;

/** Changes a project's name, settings or classes. Classes come and are renamed, but never go: labels point at them. */
@ApplicationScoped
class ChangeProject {
    private final ProjectRepository projects;
    private final Event<ProjectChanged> changed;
    private final MembershipRepository memberships;
    private final TellAutomaticLabels tellAutomaticLabels;
    private final DeedNote note;
    private final Clock clock;

    ChangeProject(
            ProjectRepository projects,
            MembershipRepository memberships,
            Event<ProjectChanged> changed,
            TellAutomaticLabels tellAutomaticLabels,
            DeedNote note,
            Clock clock) {
        this.note = note;
        this.tellAutomaticLabels = tellAutomaticLabels;
        this.changed = changed;
        this.clock = clock;
        this.projects = projects;
        this.memberships = memberships;
    }

    /** What to change; null leaves the name as it is. */
    record Changes(
            String name,
            UnaryOperator<ProjectSettings> settings,
            List<String> newClasses,
            Map<String, String> renames) {}

    @Transactional
    Project change(ProjectId id, Changes changes, AccountId by) {
        memberships.lock(id);
        Project project = projects.findByIdOptional(id.value()).orElseThrow(() -> Projects.notFound(id));
        if (changes.name() != null) {
            String old = project.name();
            rename(project, NewProject.checkedName(changes.name()));
            note.changed("name", old, project.name());
        }
        ProjectSettings old = project.settings();
        changeSettings(project, changes.settings().apply(old), by);
        ChangedSettings.note(old, project.settings(), note);
        changeClasses(project, changes);
        try {
            projects.flush();
        } catch (ConstraintViolationException e) {
            throw Problem.conflict(
                    "name_taken",
                    "Project %s was not changed: two names met while they changed places. Rename one of them to something else first."
                            .formatted(id));
        }
        changed.fire(new ProjectChanged(id));
        return project;
    }

    private void rename(Project project, String name) {
        if (!name.equalsIgnoreCase(project.name()) && projects.isNameTaken(name)) {
            throw CreateProject.nameTaken(name);
        }
        project.rename(name);
    }

    private void changeSettings(Project project, ProjectSettings settings, AccountId by) {
        boolean otherShare = settings.controlShare() != project.settings().controlShare();
        if (otherShare && projects.hasImages(project.id())) {
            throw Problem.conflict(
                    "control_share_fixed",
                    "The control arm of project %s is drawn already, so its share stays %s. Set it before the first import."
                            .formatted(project.id(), project.settings().controlShare()));
        }
        requireUncontradicted(project, settings.automatic());
        project.change(settings, by, clock.instant());
    }

    /** One press would else undo what an audit found out. */
    private void requireUncontradicted(Project project, AutomaticRule rule) {
        AutomaticRule old = project.settings().automatic();
        boolean promised = rule.on() && (!old.on() || rule.mostWrong() != old.mostWrong());
        if (promised && tellAutomaticLabels.isContradicted(project.id(), rule.mostWrong())) {
            throw Problem.conflict(
                    "audit_contradicts",
                    ("The automatic labels of project %s were not switched on: their audit contradicts that so few of them are"
                                    + " wrong. Promise a larger share, or correct the audited answers if they are wrong.")
                            .formatted(project.id()));
        }
    }

    private void changeClasses(Project project, Changes changes) {
        LabelSchema labels = project.labels();
        Map<ClassId, String> renames = new HashMap<>();
        changes.renames().forEach((old, name) -> {
            renames.put(labels.named(old).id(), name);
            note.changed("label " + old, old, name);
        });
        List<String> all = new ArrayList<>();
        labels.classes().forEach(c -> all.add(renames.getOrDefault(c.id(), c.name())));
        all.addAll(changes.newClasses());
        if (!changes.newClasses().isEmpty()) {
            note.put("new labels", String.join(", ", changes.newClasses()));
        }
        List<String> names = new ClassNames(all).names();
        for (int position = 0; position < names.size(); position++) {
            if (position < labels.size()) {
                project.classEntities().get(position).rename(names.get(position));
            } else {
                project.addClass(names.get(position));
            }
        }
    }
}
