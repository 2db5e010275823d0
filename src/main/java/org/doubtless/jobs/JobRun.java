package org.doubtless.jobs;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A job while it runs: what it was asked to do, and where it reports to. Safe for use by several threads. */
public final class JobRun {
    private final Job job;
    private final JobProgress progress;
    private final ProcessStop stop;
    private final boolean repeats;
    private final Map<String, Object> result = new HashMap<>();

    JobRun(Job job, JobProgress progress, ProcessStop stop, boolean repeats) {
        this.repeats = repeats;
        this.job = job;
        this.progress = progress;
        this.stop = stop;
    }

    public JobId id() {
        return job.id();
    }

    /** Which run of the job this is; the database tells whether another has begun since. */
    public int number() {
        return job.runs();
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

    /** The same for leads and administrators only: what would tell others which answers measure the models. */
    public void logForLeads(String line) {
        progress.logForLeads(line);
    }

    /** Whether the work should end: somebody cancelled it, or the process stops. Cheap enough for every step. */
    public boolean cancelled() {
        return stop.begun() || progress.cancelRequested() || progress.lost();
    }

    /** Throws {@link JobHandedBack} when the process stops, {@link JobCancelled} when somebody cancelled the job. */
    public void checkCancelled() {
        if (cancelled()) {
            checkHandedBack();
        }
        if (progress.cancelRequested()) {
            throw new JobCancelled(id());
        }
    }

    /** Whether the process stops, so that this job will be begun again. */
    public boolean stopping() {
        return stop.begun();
    }

    /** Throws {@link JobHandedBack} when the process stops, or another has taken the job over. Asks the database. */
    public void checkHandedBack() {
        if (stop.begun()) {
            throw new JobHandedBack(id());
        }
        if (progress.lostByNow()) {
            throw new JobLost(id());
        }
    }

    /** Whether a run that fails like this will be followed by another by itself, and so must leave the work open. */
    public boolean triesAgain(Throwable failure) {
        return nextTry(failure).isPresent();
    }

    Optional<Duration> nextTry(Throwable failure) {
        return repeats ? NextTry.after(failure, job.tries()) : Optional.empty();
    }

    /** Adds to what the job leaves behind for its page. */
    public synchronized void result(String key, Object value) {
        result.put(key, value);
    }

    synchronized Map<String, Object> result() {
        return Map.copyOf(result);
    }
}
