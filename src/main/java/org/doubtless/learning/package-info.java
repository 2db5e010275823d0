/**
 * The learning library: from images to the question that teaches most.
 *
 * <pre>
 * image -> features -> posterior samples -> uncertainty -> acquisition
 *          [N,D]       [S,N,C]              [N]            ranking
 *            |             ^
 *            '-> training -'   evaluation: on labels that were never trained on
 * </pre>
 *
 * <p>{@link org.doubtless.learning.ActiveLearner} runs the whole of it, under people and under an
 * oracle alike. Axes in names: S samples, N images, C classes, D features.
 *
 * <p>Imports nothing of the product: no framework, no SQL, no HTTP. Images are rows here; the caller
 * keeps which row is which image.
 */
package org.doubtless.learning;
