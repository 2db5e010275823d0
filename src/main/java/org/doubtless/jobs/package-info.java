/**
 * Work that takes longer than a request: db-scheduler's wiring, and the {@link org.doubtless.jobs.Job} that people see
 * (state, progress, log, cancel). Imports no feature; a feature brings its {@link org.doubtless.jobs.JobKind}.
 */
package org.doubtless.jobs;
