package org.doubtless.pool;

/**
 * An image that has just come into the pool.
 *
 * @param lot a number in (0, 1) drawn from the image's bytes and the project's seed, independent of the arm
 */
public record TakenImage(ImageId id, Arm arm, double lot) {}
