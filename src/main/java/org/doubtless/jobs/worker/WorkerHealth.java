package org.doubtless.jobs.worker;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Says whether the worker process lives, to anybody who asks; which process it is, and how the last one died, only the list
 * of jobs tells. No part of readiness: people go on labelling without it.
 */
@Wellness
@ApplicationScoped
class WorkerHealth implements HealthCheck {
    private final KeepWorker worker;

    WorkerHealth(KeepWorker worker) {
        this.worker = worker;
    }

    @Override
    public HealthCheckResponse call() {
        WorkerState state = worker.state();
        return HealthCheckResponse.named("worker process")
                .status(!state.dead())
                .withData("phase", state.phase())
                .withData("deaths", state.deaths())
                .build();
    }
}
