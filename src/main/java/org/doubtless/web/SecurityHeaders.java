package org.doubtless.web;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Sets on every answer, static files included, what browsers need to keep a hostile upload harmless. */
@ApplicationScoped
class SecurityHeaders {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"
            + " blob:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(context -> {
            HttpServerResponse response = context.response();
            response.putHeader("Content-Security-Policy", POLICY);
            response.putHeader("X-Content-Type-Options", "nosniff");
            response.putHeader("X-Frame-Options", "DENY");
            response.putHeader("Referrer-Policy", "same-origin");
            response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
            response.putHeader("Cross-Origin-Resource-Policy", "same-origin");
            response.putHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
            context.next();
        });
    }
}
