package org.doubtless.jobs;

import java.time.Instant;

/** Ends a run whose failure may pass; any worker begins the job again at this time. */
final class JobPutOff extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Instant until;

    JobPutOff(JobId job, Instant until) {
        super("Job " + job + " is tried again at " + until);
        this.until = until;
    }

    Instant until() {
        return until;
    }
}
