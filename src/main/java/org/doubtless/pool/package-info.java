/** Images: import, decoding, thumbnails, the control arm. First step of the pipeline. May import {@code project}, {@code account}, {@code jobs}, {@code web}. */
package org.doubtless.pool;
