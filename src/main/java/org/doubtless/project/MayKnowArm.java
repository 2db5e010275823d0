package org.doubtless.project;

import jakarta.enterprise.context.RequestScoped;
import org.doubtless.account.SignedIn;

/**
 * Whether the caller may know which images measure the models: leads and administrators may. Whatever would let others
 * find out, such as the seed that draws them, is for these too.
 */
@RequestScoped
public class MayKnowArm {
    private final SignedIn signedIn;
    private final Projects projects;

    MayKnowArm(SignedIn signedIn, Projects projects) {
        this.signedIn = signedIn;
        this.projects = projects;
    }

    public ShowArm in(ProjectId project) {
        return as(projects.role(project, signedIn.id()).orElse(null), signedIn.administrator());
    }

    /** The role is null for those who are no member. */
    static ShowArm as(ProjectRole role, boolean administrator) {
        return role == ProjectRole.LEAD || administrator ? ShowArm.YES : ShowArm.NO;
    }
}
