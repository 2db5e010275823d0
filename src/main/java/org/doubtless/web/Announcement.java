package org.doubtless.web;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells the person at the terminal which address to open, once the server listens there. */
@ApplicationScoped
class Announcement {
    private final boolean wanted;

    Announcement(@ConfigProperty(name = "doubtless.announce", defaultValue = "false") boolean wanted) {
        this.wanted = wanted;
    }

    void announce(@ObservesAsync HttpServerStart started) {
        if (wanted) {
            String host = started.options().getHost();
            String shown = host == null || host.equals("0.0.0.0") || host.equals("127.0.0.1") ? "localhost" : host;
            System.out.println("\n  Doubtless is ready: http://" + shown + ":"
                    + started.options().getPort() + "\n");
        }
    }
}
