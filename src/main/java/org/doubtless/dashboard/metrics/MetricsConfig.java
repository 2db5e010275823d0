package org.doubtless.dashboard.metrics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much a monitoring system may ask of the database. */
@ConfigMapping(prefix = "doubtless.metrics")
interface MetricsConfig {
    /** How long figures are remembered, however many ask: counting the queues of a million images takes some tenths of a second. */
    @WithDefault("10S")
    Duration memory();
}
