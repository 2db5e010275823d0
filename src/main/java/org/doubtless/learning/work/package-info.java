/**
 * What long work of the library shares with whoever started it.
 *
 * <p>Beside the pipeline: extracting features and training both report their {@link
 * org.doubtless.learning.work.Progress} and ask a {@link org.doubtless.learning.work.Cancellation}
 * between steps. May import java only, and every package of the library may import it.
 */
package org.doubtless.learning.work;
