package org.doubtless.annotation;

/**
 * How much and how fast whoever asks answers; nobody else is told it.
 *
 * @param today images they answered since the moment that was asked for, in all projects
 * @param milliseconds the median time an image takes them in this project, shown alone; null while nothing was measured
 * @param measured how many of their newest answers that rests on
 */
record OwnPace(long today, Long milliseconds, int measured) {}
