/** What the rounds so far came to, and what further labels are likely to bring. May import what {@code round} may. */
package org.doubtless.round.curve;
