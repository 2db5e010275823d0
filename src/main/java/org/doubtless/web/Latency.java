package org.doubtless.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How long people wait for what they do most, as histograms: their buckets add up over processes, percentiles do not. */
public final class Latency {
    private static final Duration[] BUCKETS = Stream.of(2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private Latency() {}

    /** Work that may fail as its caller expects. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    public static Timer timer(MeterRegistry meters, String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }

    /** Does the work and records how long it took, however it ended. */
    public static <T, E extends Exception> T of(Timer timer, Work<T, E> work) throws E {
        long begun = System.nanoTime();
        try {
            return work.run();
        } finally {
            timer.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }
    }
}
