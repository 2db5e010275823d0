package org.doubtless.project;

import jakarta.enterprise.context.ApplicationScoped;
import org.doubtless.account.SignedIn;

/** Frames a project's page for whoever asks for it. */
@ApplicationScoped
public class FrameProject {
    private final Projects projects;
    private final SignedIn signedIn;

    FrameProject(Projects projects, SignedIn signedIn) {
        this.projects = projects;
        this.signedIn = signedIn;
    }

    public ProjectFrame frame(ProjectId id) {
        return frame(projects.get(id));
    }

    public ProjectFrame frame(Project project) {
        ProjectRole role = signedIn.administrator()
                ? ProjectRole.LEAD
                : projects.role(project.id(), signedIn.id()).orElse(ProjectRole.VIEWER);
        return new ProjectFrame(
                project.id(),
                project.name(),
                project.demo(),
                role.includes(ProjectRole.ANNOTATOR),
                role.includes(ProjectRole.LEAD),
                project.thresholds());
    }
}
