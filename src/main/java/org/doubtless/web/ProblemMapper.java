package org.doubtless.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever an endpoint throws into an answer: a problem document for programs, a page for people. */
class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private static final String TOO_MANY_FIELDS =
            "The form has more fields or files than are taken at once. Send it in several parts, or pack the files as a ZIP.";

    private final ProblemPage page;

    ProblemMapper(ProblemPage page) {
        this.page = page;
    }

    @ServerExceptionMapper
    Response problem(Problem problem, UriInfo uri) {
        return answer(problem, uri);
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException e, UriInfo uri) {
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        return answer(FrameworkProblem.of(status, e), uri);
    }

    @ServerExceptionMapper
    Response anything(Exception e, UriInfo uri, ResourceInfo resource) {
        if (CutConnection.causes(e)) {
            LOG.debugf("%s: the caller hung up", address(uri));
            return Response.status(400).build();
        }
        if (isFormTooLong(e)) {
            return answer(new Problem(413, "too_many_fields", "Too many fields", TOO_MANY_FIELDS), uri);
        }
        Problem unusable = UnusableValue.in(e);
        if (unusable != null) {
            return answer(unusable, uri);
        }
        Problem database = DatabaseProblem.in(e);
        Problem known = database != null ? database : DiskProblem.in(e);
        if (known != null) {
            LOG.warnf("%s: %s", address(uri), known.detail());
            return answer(known, uri);
        }
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.errorf(e, "Incident %s at %s", incident, address(uri));
        return answer(
                new Problem(
                        500,
                        "internal",
                        "Something failed here",
                        "The server failed on this request; nothing of it was kept. Try again; if it fails again, tell"
                                + " your administrator the incident number " + incident + "."),
                uri);
    }

    /** As it was sent: decoded, its line breaks would make lines of their own in the log. */
    private static String address(UriInfo uri) {
        return uri.getRequestUri().getRawPath();
    }

    /** The form parser has no exception of its own for it. */
    private static boolean isFormTooLong(Exception e) {
        return String.valueOf(e.getMessage()).startsWith("Param limit of ");
    }

    private Response answer(Problem problem, UriInfo uri) {
        var response = Response.status(problem.status());
        if (problem.status() == 503) {
            response.header("Retry-After", "2");
        }
        if (uri.getPath().startsWith("/api/")) {
            return response.type("application/problem+json")
                    .entity(problem.document())
                    .build();
        }
        return response.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.render(problem))
                .build();
    }
}
