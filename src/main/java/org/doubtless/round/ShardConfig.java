package org.doubtless.round;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How a round's scoring is cut; it shares a prefix with what a round may cost. */
@ConfigMapping(prefix = "doubtless.round")
interface ShardConfig {
    /** Images in a shard, a multiple of what is scored together; a pool of no more is scored in one place. */
    @WithDefault("20000")
    int shardImages();
}
