package org.doubtless.jobs;

/** Ends a job whose cancellation was asked for; thrown by {@link JobRun#checkCancelled()}. */
public final class JobCancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JobCancelled(JobId job) {
        super("Job " + job + " was cancelled");
    }
}
