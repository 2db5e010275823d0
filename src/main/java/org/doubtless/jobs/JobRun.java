package org.doubtless.jobs;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A job while it runs: what it was asked to do, and where it reports to. Safe for use by several threads. */
public final class JobRun {
    private final Job job;
    private final JobProgress progress;
    private final Map<String, Object> result = new HashMap<>();

    JobRun(Job job, JobProgress progress) {
        this.job = job;
        this.progress = progress;
    }

    public JobId id() {
        return job.id();
    }

    public Optional<Long> project() {
        return job.project();
    }

    public Optional<Long> createdBy() {
        return job.createdBy();
    }

    public Map<String, Object> parameters() {
        return job.parameters();
    }

    /** Names the step that begins now, and writes it to the log. */
    public void stage(String name) {
        progress.stage(name);
    }

    /** Says how much of how much is done; a total of 0 means that it is not known. */
    public void progress(long done, long total) {
        progress.report(done, total);
    }

    /** Writes a line for people into the job's log. */
    public void log(String line) {
        progress.log(line);
    }

    /** Whether somebody asked for cancellation; asks the database at most a few times a second. */
    public boolean cancelled() {
        return progress.cancelRequested();
    }

    /** Throws {@link JobCancelled} when somebody asked for cancellation. */
    public void checkCancelled() {
        if (cancelled()) {
            throw new JobCancelled(id());
        }
    }

    /** Adds to what the job leaves behind for its page. */
    public synchronized void result(String key, Object value) {
        result.put(key, value);
    }

    synchronized Map<String, Object> result() {
        return Map.copyOf(result);
    }
}
