package org.doubtless.project;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.doubtless.account.SignedIn;
import org.doubtless.web.Problem;

/**
 * Holds the caller to a role in the project that a path names, by {@code {p}} or by a thing in it; when it names
 * several, they must be of one project. To somebody who is no member, a project looks as if it were not there.
 */
@ApplicationScoped
class CheckProjectRole {
    private static final String PROJECT = "p";

    private final List<ProjectOf> finders;
    private final Projects projects;
    private final KnownProjects known;
    private final SignedIn signedIn;

    CheckProjectRole(@All List<ProjectOf> finders, Projects projects, KnownProjects known, SignedIn signedIn) {
        this.finders = finders;
        this.projects = projects;
        this.known = known;
        this.signedIn = signedIn;
    }

    void check(MultivaluedMap<String, String> path, ProjectRole needed) {
        Optional<ProjectId> named = Optional.ofNullable(path.getFirst(PROJECT)).map(ProjectId::fromString);
        named.ifPresent(project -> checkRole(project, needed, () -> Projects.notFound(path.getFirst(PROJECT))));
        boolean found = named.isPresent();
        for (ProjectOf finder : finders) {
            String value = path.getFirst(finder.parameter());
            if (value != null) {
                checkThing(finder, value, named, needed);
                found = true;
            }
        }
        if (!found) {
            throw Problem.forbidden("This address is closed, because it names no project.");
        }
    }

    private void checkThing(ProjectOf finder, String value, Optional<ProjectId> named, ProjectRole needed) {
        Optional<ProjectId> project = finder.of(value);
        if (project.isPresent() && named.isEmpty()) {
            checkRole(project.get(), needed, () -> notFound(finder, value));
        } else if (project.isPresent() ? !project.equals(named) : !finder.isFreeTo(signedIn, value)) {
            throw notFound(finder, value);
        }
    }

    private void checkRole(ProjectId project, ProjectRole needed, Supplier<Problem> absent) {
        ProjectRole role = signedIn.administrator()
                ? projects.find(project).map(exists -> ProjectRole.LEAD).orElseThrow(absent)
                : known.role(project, signedIn.id()).orElseThrow(absent);
        if (!role.includes(needed)) {
            throw Problem.roleNeeded("You are %s of project %s; this needs the role %s. Ask a lead of the project."
                    .formatted(role.word(), project, needed.word()));
        }
    }

    private static Problem notFound(ProjectOf finder, String value) {
        return Problem.notFound(
                finder.thing(), value, "It may have been deleted, or belong to a project of which you are no member.");
    }
}
