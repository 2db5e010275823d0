package org.doubtless.jobs.worker;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What the worker process is started with; it shares a prefix with what a worker does. */
@ConfigMapping(prefix = "doubtless.worker")
interface WorkerConfig {
    /** Options for its Java machine, separated by blanks; they come last and so win. */
    Optional<String> options();
}
