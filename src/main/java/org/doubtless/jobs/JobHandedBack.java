package org.doubtless.jobs;

/** Ends a job's run because its process stops; another worker, or this one after its restart, begins it again. */
public sealed class JobHandedBack extends RuntimeException permits JobLost {
    private static final long serialVersionUID = 1L;

    JobHandedBack(JobId job) {
        this("Job " + job + " was handed back");
    }

    JobHandedBack(String message) {
        super(message);
    }
}
