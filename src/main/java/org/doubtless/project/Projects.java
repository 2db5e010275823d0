package org.doubtless.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.doubtless.account.AccountId;
import org.doubtless.account.SignedIn;
import org.doubtless.web.Problem;

/** The projects there are, and who is what in them. */
@ApplicationScoped
public class Projects {
    private final ProjectRepository projects;
    private final MembershipRepository memberships;

    Projects(ProjectRepository projects, MembershipRepository memberships) {
        this.projects = projects;
        this.memberships = memberships;
    }

    public Project get(ProjectId id) {
        return find(id).orElseThrow(() -> notFound(id));
    }

    public Optional<Project> find(ProjectId id) {
        return projects.findByIdOptional(id.value());
    }

    /** The project of this name, in any case of letters. */
    public Optional<Project> named(String name) {
        return projects.find("lower(name) = lower(?1)", name).firstResultOptional();
    }

    public List<Project> all() {
        return projects.all();
    }

    public List<Project> ofMember(AccountId account) {
        return projects.ofMember(account);
    }

    /** Empty for those who are no member; an administrator may act all the same. */
    public Optional<ProjectRole> role(ProjectId project, AccountId account) {
        return memberships.of(project, account).map(Membership::role);
    }

    /** Whether this person may do there what leads may: its leads, and every administrator. */
    public boolean isLead(ProjectId project, SignedIn person) {
        return person.administrator()
                || role(project, person.id()).filter(ProjectRole.LEAD::equals).isPresent();
    }

    public Map<ProjectId, ProjectRole> roles(AccountId account) {
        return memberships.of(account).stream().collect(Collectors.toMap(Membership::project, Membership::role));
    }

    static Problem notFound(Object id) {
        return Problem.notFound(
                "project", id, "It may have been deleted, or you are no member of it; ask its lead to add you.");
    }
}
