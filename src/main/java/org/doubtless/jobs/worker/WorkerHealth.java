package org.doubtless.jobs.worker;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Says whether the worker process lives. No part of readiness: people go on labelling without it. */
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
        HealthCheckResponseBuilder response = HealthCheckResponse.named("worker process")
                .status(!state.dead())
                .withData("phase", state.phase())
                .withData("deaths", state.deaths());
        if (state.process() != null) {
            response.withData("process", state.process());
        }
        if (state.lastDeath() != null) {
            response.withData("lastDeath", state.lastDeath());
        }
        return response.build();
    }
}
