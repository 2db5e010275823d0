/** Work of a round that is cut into shards, which the workers of all processes take; what is held is free again when its holder dies. */
package org.doubtless.round.shards;
