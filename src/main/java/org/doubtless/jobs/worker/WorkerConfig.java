package org.doubtless.jobs.worker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What the worker process is started with; it shares a prefix with what a worker does. */
@ConfigMapping(prefix = "doubtless.worker")
interface WorkerConfig {
    /** Options for its Java machine, separated by blanks; they come last and so win. */
    Optional<String> options();

    /** How far it steps back behind the web server where processors are short: 0, not at all, to 19. */
    @WithDefault("19")
    int nice();
}
