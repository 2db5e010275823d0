/**
 * Figures for a monitoring system that are read from the database when they are asked for: jobs and rounds run in
 * processes that nobody can ask.
 */
package org.doubtless.dashboard.metrics;
