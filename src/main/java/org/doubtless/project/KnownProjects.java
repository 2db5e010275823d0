package org.doubtless.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Optional;
import org.doubtless.account.AccountId;
import org.doubtless.web.ShortMemory;

/**
 * What every claim and every answer asks of a project, remembered for a few seconds: people answer several times a
 * second. A change made by this process is seen at once, one made by another process a little later.
 */
@ApplicationScoped
public class KnownProjects {
    private final Projects projects;
    private final ShortMemory<ProjectId, Labelling> labellings = new ShortMemory<>();
    private final ShortMemory<Part, ProjectRole> roles = new ShortMemory<>();

    private record Part(ProjectId project, AccountId account) {}

    KnownProjects(Projects projects) {
        this.projects = projects;
    }

    /** Its classes and how its images are served. */
    public Labelling labelling(ProjectId project) {
        return labellings
                .get(project, () -> Optional.of(Labelling.of(projects.get(project))))
                .orElseThrow();
    }

    /** Empty for those who are no member, which is never remembered: a new member may begin at once. */
    Optional<ProjectRole> role(ProjectId project, AccountId account) {
        return roles.get(new Part(project, account), () -> projects.role(project, account));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProjectChanged changed) {
        labellings.forget((project, labelling) -> project.equals(changed.project()));
        roles.forget((part, role) -> part.project().equals(changed.project()));
    }
}
