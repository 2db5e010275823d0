package org.doubtless.jobs;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Whether this process is about to end, so that jobs hand their work back instead of holding up the stop. */
@ApplicationScoped
class ProcessStop {
    private volatile boolean begun;

    void begin(@Observes @Priority(1) ShutdownEvent event) {
        begun = true;
    }

    boolean begun() {
        return begun;
    }
}
