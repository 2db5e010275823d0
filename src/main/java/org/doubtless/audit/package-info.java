/** Who did what, and when: written for every changing endpoint by one filter, only ever added to, read by leads and administrators. May import {@code project}, {@code account}, {@code web}. */
package org.doubtless.audit;
