package org.doubtless.web;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Keeps the CSRF check to browsers. A call with a bearer token carries nothing that a browser adds by itself, so there
 * is nothing to forge; the extension has no exemption for it, so such a call gets a matching pair in place of its
 * cookies, which do not count here.
 */
@ApplicationScoped
public class BearerCalls {
    private static final String SCHEME = "Bearer ";
    private static final String PAIR = "AAAAAAAAAAAAAAAAAAAAAA";

    /** Whether the request names a bearer token, good or bad. */
    public static boolean isBearer(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    public static String token(String authorization) {
        return authorization.substring(SCHEME.length()).strip();
    }

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(BearerCalls::pair);
    }

    private static void pair(RoutingContext context) {
        MultiMap headers = context.request().headers();
        if (isBearer(headers.get(HttpHeaders.AUTHORIZATION))) {
            headers.set(HttpHeaders.COOKIE, "csrf-token=" + PAIR);
            headers.set("X-CSRF-TOKEN", PAIR);
        }
        context.next();
    }
}
