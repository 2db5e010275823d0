package org.doubtless.project;

/** Fired when a project, its classes or its members changed, so that nothing goes on by what was true before. */
public record ProjectChanged(ProjectId project) {}
