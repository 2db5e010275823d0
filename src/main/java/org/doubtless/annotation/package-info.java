/** What people answered: append-only annotations and their withdrawal. May import {@code queue}, {@code pool}, {@code project}, {@code account}, {@code web}. */
package org.doubtless.annotation;
