/**
 * The command {@code simulate}: reads a pool whose labels are known, runs the learning library on it as in production,
 * and prints and draws its learning curve.
 *
 * <p>Needs no database and starts no server; may import {@code learning} and {@code pool.files}.
 */
package org.doubtless.cli.simulate;
