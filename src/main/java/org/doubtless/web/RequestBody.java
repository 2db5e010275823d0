package org.doubtless.web;

/** The body of a request that must have one. */
public final class RequestBody {
    private RequestBody() {}

    public static <T> T required(T body, String example) {
        if (body == null) {
            throw Problem.badRequest("empty_body", "The request has no body. Send JSON such as " + example + ".");
        }
        return body;
    }
}
