package org.doubtless.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Refuses changes that a browser sends for a page of somebody else. The cookies alone do not tell: to them, every port of
 * a machine and every neighbouring host name is the same site.
 */
@ApplicationScoped
class OwnPages {
    /** Behind {@link BodyLimit}. */
    private static final int ORDER = Integer.MIN_VALUE + 2;

    private static final Set<HttpMethod> ASKING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> STRANGERS = Set.of("cross-site", "same-site");

    void install(@Observes Router router) {
        router.route().order(ORDER).handler(context -> {
            if (isStrange(context.request())) {
                context.response()
                        .setStatusCode(403)
                        .putHeader(HttpHeaders.CONNECTION, "close")
                        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=UTF-8")
                        .end("This change was sent by a page that is not of Doubtless, and was not made.");
            } else {
                context.next();
            }
        });
    }

    /** Programs send no such header, and browsers let no page choose it. */
    private static boolean isStrange(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null
                && STRANGERS.contains(site)
                && !ASKING.contains(request.method())
                && !BearerCalls.isBearer(request.getHeader(HttpHeaders.AUTHORIZATION));
    }
}
