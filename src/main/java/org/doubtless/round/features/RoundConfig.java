package org.doubtless.round.features;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a round may cost. */
@ConfigMapping(prefix = "doubtless.round")
interface RoundConfig {
    /** The images that the graph joins at most; its time grows with their square. Others take what their neighbours have. */
    @WithDefault("60000")
    int graphImages();
}
