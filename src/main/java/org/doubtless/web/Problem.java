package org.doubtless.web;

import java.util.Locale;
import java.util.Objects;

/**
 * What went wrong with a call, as RFC 9457 has it: what, which id, and what to do. Thrown anywhere below an endpoint;
 * {@link ProblemMapper} answers with it.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String title;

    public Problem(int status, String code, String title, String detail) {
        super(Objects.requireNonNull(detail, "detail is null"));
        this.status = status;
        this.code = Objects.requireNonNull(code, "code is null");
        this.title = Objects.requireNonNull(title, "title is null");
    }

    public static Problem badRequest(String code, String detail) {
        return new Problem(400, code, "The request is not right", detail);
    }

    public static Problem notSignedIn(String detail) {
        return new Problem(401, "not_signed_in", "Not signed in", detail);
    }

    public static Problem forbidden(String detail) {
        return new Problem(403, "forbidden", "Not allowed", detail);
    }

    /** The caller is known, and known to have too low a role. */
    public static Problem roleNeeded(String detail) {
        return new Problem(403, "role_needed", "Not allowed", detail);
    }

    /** For instance {@code notFound("image", 12, "It may have been deleted; open the pool again.")}. */
    public static Problem notFound(String what, Object id, String whatToDo) {
        return new Problem(
                404,
                what.replace(' ', '_') + "_not_found",
                "Not found",
                "There is no %s %s here. %s".formatted(what, id, whatToDo));
    }

    public static Problem conflict(String code, String detail) {
        return new Problem(409, code, "Not now", detail);
    }

    public static Problem unavailable(String detail) {
        return new Problem(503, "unavailable", "Not available for the moment", detail);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return getMessage();
    }

    /** The document that programs receive. */
    public ProblemDocument document() {
        return new ProblemDocument(
                "urn:doubtless:problem:" + code.toLowerCase(Locale.ROOT), title, status, getMessage(), code);
    }
}
