package org.doubtless.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.doubtless.account.AccountId;
import org.doubtless.web.Problem;
import org.hibernate.exception.ConstraintViolationException;

/** Makes a project, whose creator becomes its lead. */
@ApplicationScoped
public class CreateProject {
    private final ProjectRepository projects;
    private final MembershipRepository memberships;
    private final Clock clock;

    CreateProject(ProjectRepository projects, MembershipRepository memberships, Clock clock) {
        this.projects = projects;
        this.memberships = memberships;
        this.clock = clock;
    }

    @Transactional
    public Project create(NewProject request, AccountId creator) {
        if (projects.isNameTaken(request.name())) {
            throw nameTaken(request.name());
        }
        Project project = new Project(request, creator, clock.instant());
        try {
            projects.persistAndFlush(project);
        } catch (ConstraintViolationException e) {
            // Somebody was faster by a moment.
            throw nameTaken(request.name());
        }
        memberships.persist(new Membership(project.id(), creator, ProjectRole.LEAD));
        return project;
    }

    static Problem nameTaken(String name) {
        return Problem.conflict(
                "project_name_taken", "There is already a project called '" + name + "'. Choose another name.");
    }
}
