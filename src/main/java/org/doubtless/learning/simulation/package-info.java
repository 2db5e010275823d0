/**
 * Learning curves of the production learner against an oracle.
 *
 * <p>Joins all of the library; nothing of the library may import it. Reads no files and prints nothing: the command
 * {@code simulate} does.
 */
package org.doubtless.learning.simulation;
