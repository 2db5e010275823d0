package org.doubtless.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.doubtless.account.AccountId;
import org.doubtless.jobs.Job;
import org.doubtless.jobs.Jobs;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectRole;
import org.doubtless.project.Projects;
import org.doubtless.web.Problem;

/** Keeps one account from filling the disk with demos: one is drawn at a time, and there are only a few. */
@ApplicationScoped
class LimitDemos {
    static final int MOST = 3;

    private final Jobs jobs;
    private final Projects projects;
    private final EntityManager entities;

    LimitDemos(Jobs jobs, Projects projects, EntityManager entities) {
        this.jobs = jobs;
        this.projects = projects;
        this.entities = entities;
    }

    /** Throws when the account may not have another demo; holds off its other wishes until the transaction ends. */
    void check(AccountId lead) {
        entities.createNativeQuery("select id from account where id = ?1 for no key update")
                .setParameter(1, lead.value())
                .getResultList();
        jobs.unfinished(DrawDemoJob.KIND).stream()
                .filter(job -> job.createdBy().filter(id -> id == lead.value()).isPresent())
                .findFirst()
                .ifPresent(job -> {
                    throw busy(job);
                });
        long demos = projects.ofMember(lead).stream()
                .filter(Project::demo)
                .filter(project -> projects.role(project.id(), lead)
                        .filter(role -> role == ProjectRole.LEAD)
                        .isPresent())
                .count();
        if (demos >= MOST) {
            throw Problem.conflict(
                    "demos", "You lead %d demo projects already. Delete one, then make another.".formatted(demos));
        }
    }

    private static Problem busy(Job job) {
        return Problem.conflict(
                "demo_running",
                "Job %s still draws your last demo. Wait for it or cancel it, then make another.".formatted(job.id()));
    }
}
