package org.doubtless.annotation;

import org.doubtless.project.ProjectId;

/** Fired in the transaction that adds or withdraws an annotation; retraining listens for its success. */
public record AnswersChanged(ProjectId project) {}
