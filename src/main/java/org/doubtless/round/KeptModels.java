package org.doubtless.round;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is kept of models that were. */
@ConfigMapping(prefix = "doubtless.models")
interface KeptModels {
    /** The newest versions that keep their scores, so that publishing one again takes seconds; a million scores are 100 MB. */
    @WithDefault("5")
    int withScores();
}
