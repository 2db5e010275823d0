package org.doubtless.pool;

import jakarta.enterprise.context.RequestScoped;
import org.doubtless.account.SignedIn;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.project.Projects;

/** Whether the caller may know which images measure the models: leads and administrators may. */
@RequestScoped
class MayKnowArm {
    private final SignedIn signedIn;
    private final Projects projects;

    MayKnowArm(SignedIn signedIn, Projects projects) {
        this.signedIn = signedIn;
        this.projects = projects;
    }

    ShowArm in(ProjectId project) {
        boolean lead = projects.role(project, signedIn.id())
                .filter(role -> role == ProjectRole.LEAD)
                .isPresent();
        return lead || signedIn.administrator() ? ShowArm.YES : ShowArm.NO;
    }
}
