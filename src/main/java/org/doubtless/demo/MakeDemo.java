package org.doubtless.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.doubtless.account.AccountId;
import org.doubtless.demo.pollen.Species;
import org.doubtless.jobs.JobId;
import org.doubtless.jobs.NewJob;
import org.doubtless.jobs.StartJob;
import org.doubtless.project.CreateProject;
import org.doubtless.project.NewProject;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectSettings;
import org.doubtless.project.Projects;

/** Makes a demo project and the job that draws its images. */
@ApplicationScoped
class MakeDemo {
    static final int IMAGES = 3000;
    static final int MOST_IMAGES = 60_000;
    static final long SEED = 2026;
    private static final String NAME = "Spring pollen";

    private final CreateProject createProject;
    private final Projects projects;
    private final StartJob startJob;
    private final LimitDemos limitDemos;

    MakeDemo(CreateProject createProject, Projects projects, StartJob startJob, LimitDemos limitDemos) {
        this.createProject = createProject;
        this.projects = projects;
        this.startJob = startJob;
        this.limitDemos = limitDemos;
    }

    record Made(ProjectId project, JobId job) {}

    @Transactional
    Made make(AccountId lead, int images, long seed) {
        limitDemos.check(lead);
        List<String> classes =
                Arrays.stream(Species.values()).map(Species::label).toList();
        Project project = createProject.create(
                NewProject.of(freeName(), classes, ProjectSettings.DEFAULT, seed)
                        .asDemo(),
                lead);
        JobId job = startJob.start(new NewJob(
                DrawDemoJob.KIND,
                "Drawing of %,d pollen grains".formatted(images),
                project.id().value(),
                lead.value(),
                Map.of("images", images, "seed", seed)));
        return new Made(project.id(), job);
    }

    private String freeName() {
        String name = NAME;
        for (int number = 2; projects.named(name).isPresent(); number++) {
            name = NAME + " " + number;
        }
        return name;
    }
}
