package org.doubtless.dashboard;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A job in a list, with the names that people know.
 *
 * @param projectName null for a job of no project
 * @param startedBy who asked for it; null when the program started it by itself
 */
record ListedJob(@JsonUnwrapped JobView job, String projectName, String startedBy) {}
