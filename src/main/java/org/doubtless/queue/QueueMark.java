package org.doubtless.queue;

/**
 * A moment in a queue's life: whatever is answered, skipped, taken back, claimed or imported later has a higher number.
 *
 * @param annotation the newest
 * @param lease the newest
 * @param arrival the newest
 */
public record QueueMark(long annotation, long lease, long arrival) {}
