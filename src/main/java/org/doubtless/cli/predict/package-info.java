/**
 * The command {@code predict}: what a model that was downloaded says of pictures.
 *
 * <p>Needs no database and starts no server; may import {@code learning}, {@code model.file} and {@code pool.files}.
 */
package org.doubtless.cli.predict;
