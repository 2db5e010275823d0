package org.doubtless.jobs;

/** Ends a job's run because its process stops; another worker, or this one after its restart, begins it again. */
public final class JobHandedBack extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JobHandedBack(JobId job) {
        super("Job " + job + " was handed back");
    }
}
