package org.doubtless.jobs;

/** Fired in the transaction that cancels a job which no worker has at the moment, and so no {@link JobKind} hears of. */
public record JobCalledOff(JobId job) {}
