package org.doubtless.jobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What this process does of the background work. */
@ConfigMapping(prefix = "doubtless.worker")
interface JobsConfig {
    /** Whether this process takes jobs at all; {@code serve --no-worker} says no. */
    @WithDefault("true")
    boolean enabled();

    /** Several, so that neither a round nor the demo's oracle holds up another project's work. */
    @WithDefault("4")
    int threads();
}
