package org.doubtless.pool;

import org.doubtless.project.ProjectId;

/** Images came into a project's pool; told once an import, at its end. */
public record PoolGrew(ProjectId project) {}
