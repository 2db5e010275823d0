package org.doubtless.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The jobs there are and were: find, list, read the log, ask for cancellation. */
@ApplicationScoped
public class Jobs {
    private final JobRepository jobs;
    private final EntityManager entities;
    private final Event<JobCalledOff> calledOff;
    private final Clock clock;

    Jobs(JobRepository jobs, EntityManager entities, Event<JobCalledOff> calledOff, Clock clock) {
        this.calledOff = calledOff;
        this.jobs = jobs;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * A line of a job's log.
     *
     * @param forLeads whether only leads and administrators may read it
     */
    public record LogLine(Instant at, String line, boolean forLeads) {}

    public Optional<Job> find(JobId id) {
        return jobs.findByIdOptional(id.value());
    }

    public List<Job> ofProject(long project, int limit) {
        return jobs.find("projectId = ?1 order by id desc", project)
                .page(0, limit)
                .list();
    }

    public List<Job> newest(int limit) {
        return jobs.find("order by id desc").page(0, limit).list();
    }

    /** The project's newest job of this kind that has not ended. */
    public Optional<Job> unfinished(long project, String kind) {
        return jobs.find(
                        "projectId = ?1 and kind = ?2 and state in ('waiting', 'running') order by id desc",
                        project,
                        kind)
                .firstResultOptional();
    }

    /** The jobs of this kind that have not ended, in any project, oldest first. */
    public List<Job> unfinished(String kind) {
        return jobs.find("kind = ?1 and state in ('waiting', 'running') order by id", kind)
                .list();
    }

    public List<LogLine> log(JobId id) {
        return entities.createNativeQuery(
                        "select at, line, for_leads from (select * from job_log where job_id = ?1 order by id desc limit"
                                + " 500) newest order by id",
                        LogLine.class)
                .setParameter(1, id.value())
                .getResultList();
    }

    /** Asks the job to stop; it does so at its next step. Nothing happens to a job that has ended. */
    @Transactional
    public void requestCancel(JobId id) {
        if (jobs.lock(id).filter(job -> job.requestCancel(clock.instant())).isPresent()) {
            calledOff.fire(new JobCalledOff(id, JobState.CANCELLED));
        }
    }
}
