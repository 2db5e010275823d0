/** A project's own labels asked for again: what the active order has saved. Part of {@code round}, because it learns. */
package org.doubtless.round.replay;
