package org.doubtless.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.doubtless.account.AccountId;
import org.doubtless.account.People;
import org.doubtless.account.Person;
import org.doubtless.dashboard.system.ReadWorkers;
import org.doubtless.dashboard.system.ShownWorker;
import org.doubtless.jobs.Job;
import org.doubtless.jobs.Jobs;
import org.doubtless.jobs.worker.KeepWorker;
import org.doubtless.jobs.worker.WorkerState;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.project.ShowArm;

/** Lists jobs without their logs, newest first. */
@ApplicationScoped
class ListJobs {
    private static final int MOST = 100;

    private final Jobs jobs;
    private final Projects projects;
    private final People people;
    private final KeepWorker worker;
    private final ReadWorkers readWorkers;
    private final Clock clock;

    ListJobs(Jobs jobs, Projects projects, People people, KeepWorker worker, ReadWorkers readWorkers, Clock clock) {
        this.jobs = jobs;
        this.projects = projects;
        this.people = people;
        this.worker = worker;
        this.readWorkers = readWorkers;
        this.clock = clock;
    }

    /** A list of jobs. */
    record Listed(List<ListedJob> items) {}

    /**
     * A list of the whole installation's jobs.
     *
     * @param worker the process that this server keeps
     * @param workers all that take jobs
     */
    record AllListed(List<ListedJob> items, WorkerState worker, List<ShownWorker> workers) {}

    /** For administrators. */
    AllListed newest() throws SQLException {
        return new AllListed(named(jobs.newest(MOST), ShowArm.YES).items(), worker.state(), readWorkers.read());
    }

    Listed ofProject(ProjectId project, ShowArm showArm) {
        return named(jobs.ofProject(project.value(), MOST), showArm);
    }

    private Listed named(List<Job> found, ShowArm showArm) {
        Map<Long, String> projectNames = found.stream()
                .flatMap(job -> job.project().stream())
                .distinct()
                .flatMap(id -> projects.find(new ProjectId(id)).stream())
                .collect(Collectors.toMap(project -> project.id().value(), Project::name));
        Map<AccountId, Person> persons = people.find(found.stream()
                .flatMap(job -> job.createdBy().stream())
                .map(AccountId::new)
                .collect(Collectors.toSet()));
        Instant now = clock.instant();
        return new Listed(found.stream()
                .map(job -> new ListedJob(
                        JobView.of(job, now, List.of(), showArm),
                        job.project().map(projectNames::get).orElse(null),
                        job.createdBy()
                                .map(id -> persons.get(new AccountId(id)))
                                .map(Person::name)
                                .orElse(null)))
                .toList());
    }
}
