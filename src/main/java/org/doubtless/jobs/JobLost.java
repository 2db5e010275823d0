package org.doubtless.jobs;

/** Ends a run that was silent for so long that another has its job by now. Nothing of it may be written any more. */
public final class JobLost extends JobHandedBack {
    private static final long serialVersionUID = 1L;

    JobLost(JobId job) {
        super("Job " + job
                + " was taken over by another worker while this one was silent; what this one did is dropped");
    }
}
