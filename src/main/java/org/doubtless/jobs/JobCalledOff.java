package org.doubtless.jobs;

/**
 * A job has ended while no worker had it.
 *
 * @param how cancelled by somebody, or failed because whoever ran it died
 */
public record JobCalledOff(JobId job, JobState how) {}
