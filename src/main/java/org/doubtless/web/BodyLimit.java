package org.doubtless.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * Refuses a large body by its headers, before anything spools it to disk: the form parser runs on every endpoint, those
 * open to anybody included. Only uploads of images may be large, and they have their own gate before their body.
 */
@ApplicationScoped
class BodyLimit {
    private static final long MOST = 1_000_000;
    private static final Pattern UPLOAD = Pattern.compile("/api/projects/[0-9]+/images");
    /** Behind the security headers, in front of everything that reads. */
    private static final int ORDER = Integer.MIN_VALUE + 1;

    void install(@Observes Router router) {
        router.route().order(ORDER).handler(context -> {
            Problem problem = problem(context.request());
            if (problem == null) {
                context.next();
            } else {
                refuse(context, problem);
            }
        });
    }

    private static Problem problem(HttpServerRequest request) {
        boolean chunked = request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        long length = length(request);
        if (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD)) {
            return chunked || length != 0
                    ? Problem.badRequest("body", "A " + request.method() + " request has no body. Send it without one.")
                    : null;
        }
        if (request.method().equals(HttpMethod.POST)
                && UPLOAD.matcher(request.path()).matches()) {
            return null;
        }
        if (chunked) {
            return new Problem(
                    411,
                    "length_required",
                    "Length required",
                    "The body comes in chunks and tells no length. Send it with a Content-Length.");
        }
        return length < 0 || length > MOST
                ? new Problem(
                        413,
                        "too_large",
                        "Too large",
                        "The body may have %,d bytes here. Only images sent to /api/projects/{id}/images may have more."
                                .formatted(MOST))
                : null;
    }

    /** What the headers tell; -1 for what is no length. */
    private static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            return 0;
        }
        return length.matches("[0-9]{1,18}") ? Long.parseLong(length) : -1;
    }

    private static void refuse(RoutingContext context, Problem problem) {
        boolean program = context.request().path().startsWith("/api/");
        // Without this the server would read the refused body to its end, only to find the next request.
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONNECTION, "close")
                .putHeader(HttpHeaders.CONTENT_TYPE, program ? "application/problem+json" : "text/plain; charset=UTF-8")
                .end(program ? Json.encode(problem.document()) : problem.detail());
    }
}
