/** How far the readers of the same images agree. May import what {@code round} may. */
package org.doubtless.round.agreement;
