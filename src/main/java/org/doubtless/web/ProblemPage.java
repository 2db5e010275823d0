package org.doubtless.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** The page that says to a person what a {@link Problem} says to a program. */
@ApplicationScoped
class ProblemPage {
    private static final String CSRF_TOKEN = "csrf_token";

    private final Template template;
    private final CurrentVertxRequest current;

    ProblemPage(@Location("web/problem") Template template, CurrentVertxRequest current) {
        this.template = template;
        this.current = current;
    }

    String render(Problem problem) {
        RoutingContext request = current.getCurrent();
        if (request != null && request.get(CSRF_TOKEN) == null) {
            // A request that was refused early has no token yet; the frame asks for one, this page needs none.
            request.put(CSRF_TOKEN, "");
        }
        return template.data("problem", problem).render();
    }
}
