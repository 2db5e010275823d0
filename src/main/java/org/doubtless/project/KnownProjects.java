package org.doubtless.project;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Optional;
import org.doubtless.account.AccountId;

/**
 * What every claim and every answer asks of a project, remembered for a few seconds: people answer several times a
 * second. A change made by this process is seen at once, one made by another process after {@link #MEMORY}.
 */
@ApplicationScoped
public class KnownProjects {
    private static final Duration MEMORY = Duration.ofSeconds(3);
    private static final int MOST = 10_000;

    private final Projects projects;
    private final Cache<ProjectId, Labelling> labellings = memory();
    private final Cache<Part, ProjectRole> roles = memory();

    private record Part(ProjectId project, AccountId account) {}

    KnownProjects(Projects projects) {
        this.projects = projects;
    }

    /** Its classes and how its images are served. */
    public Labelling labelling(ProjectId project) {
        return labellings.get(project, id -> Labelling.of(projects.get(id)));
    }

    /** Empty for those who are no member, which is never remembered: a new member may begin at once. */
    Optional<ProjectRole> role(ProjectId project, AccountId account) {
        return Optional.ofNullable(
                roles.get(new Part(project, account), part -> projects.role(part.project(), part.account())
                        .orElse(null)));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProjectChanged changed) {
        labellings.invalidate(changed.project());
        roles.asMap().keySet().removeIf(part -> part.project().equals(changed.project()));
    }

    private static <K, V> Cache<K, V> memory() {
        return Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(MOST).build();
    }
}
