package org.doubtless.cli;

import org.doubtless.project.Project;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.web.Problem;

/** The project that a command is told by its name or its id. */
final class NamedProject {
    private NamedProject() {}

    static Project of(Projects projects, String nameOrId) {
        return projects.named(nameOrId)
                .or(() -> projects.find(ProjectId.fromString(nameOrId)))
                .orElseThrow(() -> Problem.notFound("project", nameOrId, "Give its exact name or its id."));
    }
}
