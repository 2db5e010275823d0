package org.doubtless.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.doubtless.account.SignedIn;
import org.doubtless.jobs.Job;
import org.doubtless.jobs.JobId;
import org.doubtless.jobs.Jobs;

/** Stands here because {@code jobs} knows no feature. */
@ApplicationScoped
class ProjectOfJob implements ProjectOf {
    private final Jobs jobs;

    ProjectOfJob(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public String parameter() {
        return "j";
    }

    @Override
    public String thing() {
        return "job";
    }

    @Override
    public Optional<ProjectId> of(String value) {
        return jobs.find(JobId.fromString(value)).flatMap(Job::project).map(ProjectId::new);
    }

    @Override
    public boolean isFreeTo(SignedIn caller, String value) {
        return jobs.find(JobId.fromString(value))
                .filter(job -> job.project().isEmpty())
                .filter(job -> caller.administrator()
                        || job.createdBy().equals(Optional.of(caller.id().value())))
                .isPresent();
    }
}
