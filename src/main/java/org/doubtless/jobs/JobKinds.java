package org.doubtless.jobs;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** All kinds of work that this program knows. */
@ApplicationScoped
class JobKinds {
    private final List<JobKind> kinds;

    JobKinds(@All List<JobKind> kinds) {
        this.kinds = kinds;
    }

    JobKind named(String name) {
        return kinds.stream()
                .filter(kind -> kind.kind().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No JobKind is called " + name));
    }
}
