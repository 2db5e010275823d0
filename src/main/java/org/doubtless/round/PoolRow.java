package org.doubtless.round;

import org.doubtless.pool.ImageId;

/**
 * An image of the pool as a round sees it.
 *
 * @param waiting whether it waits for an answer, and so may enter the queue
 */
record PoolRow(ImageId image, boolean control, boolean waiting) {}
