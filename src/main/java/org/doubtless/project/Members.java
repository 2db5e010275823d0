package org.doubtless.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.doubtless.account.AccountId;
import org.doubtless.account.People;
import org.doubtless.account.Person;
import org.doubtless.web.Problem;

/** Who takes part in a project; there is always a lead. */
@ApplicationScoped
public class Members {
    private final Event<ProjectChanged> changed;
    private final MembershipRepository memberships;
    private final People people;

    Members(MembershipRepository memberships, People people, Event<ProjectChanged> changed) {
        this.changed = changed;
        this.memberships = memberships;
        this.people = people;
    }

    public List<Member> of(ProjectId project) {
        List<Membership> all = memberships.of(project);
        Map<AccountId, Person> persons =
                people.find(all.stream().map(Membership::account).collect(Collectors.toSet()));
        return all.stream()
                .map(membership -> new Member(persons.get(membership.account()), membership.role()))
                .toList();
    }

    /** The word of the person's role; null for those who are no member. */
    @Transactional
    String roleWord(ProjectId project, AccountId account) {
        return memberships
                .of(project, account)
                .map(membership -> membership.role().word())
                .orElse(null);
    }

    /** Adds the person, or changes the role that they have. */
    @Transactional
    public Member put(ProjectId project, AccountId account, ProjectRole role) {
        Person person = people.find(account)
                .orElseThrow(() -> Problem.notFound(
                        "account", account, "Ask an administrator to create it, then add it by its id or e-mail."));
        memberships.lock(project);
        memberships
                .of(project, account)
                .ifPresentOrElse(
                        membership -> {
                            if (role != ProjectRole.LEAD) {
                                requireAnotherLead(project, membership);
                            }
                            membership.setRole(role);
                        },
                        () -> memberships.persist(new Membership(project, account, role)));
        changed.fire(new ProjectChanged(project));
        return new Member(person, role);
    }

    @Transactional
    public void remove(ProjectId project, AccountId account) {
        memberships.lock(project);
        Membership membership = memberships
                .of(project, account)
                .orElseThrow(() ->
                        Problem.notFound("member", account, "The account takes no part in project " + project + "."));
        requireAnotherLead(project, membership);
        memberships.delete(membership);
        changed.fire(new ProjectChanged(project));
    }

    private void requireAnotherLead(ProjectId project, Membership membership) {
        boolean another = memberships.of(project).stream()
                .anyMatch(other ->
                        other.role() == ProjectRole.LEAD && !other.account().equals(membership.account()));
        if (membership.role() == ProjectRole.LEAD && !another) {
            throw Problem.conflict(
                    "last_lead",
                    "Account %s is the only lead of project %s. Make somebody else lead first."
                            .formatted(membership.account(), project));
        }
    }
}
