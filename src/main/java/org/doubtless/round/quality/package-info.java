/** How good a model is on the control arm: mistakes, percentages, answering alone. May import what {@code round} may. */
package org.doubtless.round.quality;
