package org.doubtless.project;

/**
 * What the frame of every page of a project shows: its name, and the ways that are open to whoever looks.
 *
 * @param annotator whether the person may label
 * @param lead whether the person may import, train and change settings
 * @param high from which doubts on they are high now
 */
public record ProjectFrame(ProjectId id, String name, boolean demo, boolean annotator, boolean lead, Thresholds high) {}
