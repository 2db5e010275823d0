package org.doubtless.project;

/**
 * One of the classes among which the experts choose.
 *
 * @param key the key that chooses it on the labelling page; null when the keyboard has none left
 */
public record LabelClass(ClassId id, int position, String name, String key) {}
