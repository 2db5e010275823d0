package org.doubtless.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Puts words to the CSRF extension's refusal, which comes as an empty 400. */
class CsrfProblem {
    private final ProblemPage page;

    CsrfProblem(ProblemPage page) {
        this.page = page;
    }

    @ServerResponseFilter
    void explain(ContainerRequestContext request, ContainerResponseContext response, RoutingContext routing) {
        boolean refused = response.getStatus() == 400
                && !response.hasEntity()
                && routing.get("csrf_token_verified") == null
                && !BearerCalls.isBearer(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        if (!refused) {
            return;
        }
        if (request.getUriInfo().getPath().startsWith("/api/")) {
            response.setEntity(refusal().document(), null, MediaType.valueOf("application/problem+json"));
        } else {
            response.setEntity(page.render(refusal()), null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        }
    }

    private static Problem refusal() {
        return Problem.badRequest(
                "csrf",
                "This request does not prove that it comes from a page of Doubtless: its CSRF token is missing or is"
                        + " not the one in the cookie 'csrf-token'. In the browser, load the page again and repeat what"
                        + " you did. A script sends the cookie's value in the header X-CSRF-TOKEN, or uses an API"
                        + " token.");
    }
}
