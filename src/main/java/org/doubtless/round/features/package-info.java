/** A project's pool as features: fitted, extracted and kept in the database, and joined into the graph that a round learns over. */
package org.doubtless.round.features;
