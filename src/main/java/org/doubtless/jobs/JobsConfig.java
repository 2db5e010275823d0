package org.doubtless.jobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What this process does of the background work. */
@ConfigMapping(prefix = "doubtless.worker")
interface JobsConfig {
    /** Whether this process takes jobs at all; {@code serve --no-worker} says no. */
    @WithDefault("true")
    boolean enabled();

    /** Two, so that a round of one project does not hold up another's. */
    @WithDefault("2")
    int threads();
}
