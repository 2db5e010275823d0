/** Which image is asked about next: queue entries, leases, claims. May import {@code pool}, {@code project}, {@code account}, {@code web}. */
package org.doubtless.queue;
