package org.doubtless.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Objects;

/** Words for the errors that the HTTP framework itself raises before an endpoint is reached. */
final class FrameworkProblem {
    private FrameworkProblem() {}

    static Problem of(int status, WebApplicationException e) {
        return switch (status) {
            case 400 ->
                new Problem(
                        400,
                        "malformed",
                        "The request is not right",
                        "The request could not be read: " + cause(e) + ". Check the body and the CSRF token.");
            case 401 -> Problem.notSignedIn("Sign in, or send a valid token as 'Authorization: Bearer …'.");
            case 403 -> Problem.forbidden("Your account may not do this. Ask a lead or an administrator.");
            case 404 ->
                new Problem(404, "not_found", "Not found", "There is nothing at this address. Check it, or go back.");
            case 405 ->
                new Problem(405, "method_not_allowed", "Not here", "This address does not take this HTTP method.");
            case 413 ->
                new Problem(
                        413, "too_large", "Too large", "The request is too large. Send the files in several parts.");
            case 415 ->
                new Problem(415, "media_type", "Wrong media type", "Send the media type that the API asks for here.");
            default -> {
                Response.StatusType type = e.getResponse().getStatusInfo();
                yield new Problem(status, "http_" + status, type.getReasonPhrase(), cause(e));
            }
        };
    }

    private static String cause(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String text =
                Objects.requireNonNullElse(root.getMessage(), root.getClass().getSimpleName());
        // The parser's position and class names help nobody and may quote the body at length.
        return text.lines().findFirst().orElse("").strip();
    }
}
