package org.doubtless.project;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.doubtless.account.SignedIn;
import org.doubtless.web.Access;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Holds every endpoint to its {@link Access}, before a body is read; one that states none is closed. */
class AccessFilter {
    private static final int PRIORITY = 1000;

    /** For whom a page was made; whoever signed in since in the same browser must not answer in their place. */
    private static final String MEANT = "X-Account";

    private final SignedIn signedIn;
    private final CheckProjectRole checkProjectRole;

    AccessFilter(SignedIn signedIn, CheckProjectRole checkProjectRole) {
        this.signedIn = signedIn;
        this.checkProjectRole = checkProjectRole;
    }

    @ServerRequestFilter(priority = PRIORITY)
    Response check(ContainerRequestContext request, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        Access access = method == null ? null : method.getAnnotation(Access.class);
        if (access == null) {
            throw Problem.forbidden("This address is closed, because it does not state who may use it.");
        }
        if (access.value() == Who.ANYONE) {
            return null;
        }
        if (!signedIn.present()) {
            return signIn(request);
        }
        checkIsStill(request.getHeaderString(MEANT));
        if (access.value() == Who.ADMINISTRATOR && !signedIn.administrator()) {
            throw Problem.roleNeeded("Only an administrator of this installation may do this. Ask one.");
        }
        if (access.value() != Who.SIGNED_IN && access.value() != Who.ADMINISTRATOR) {
            checkProjectRole.check(request.getUriInfo().getPathParameters(), role(access.value()));
        }
        return null;
    }

    private void checkIsStill(String meant) {
        if (meant != null && !meant.equals(signedIn.id().toString())) {
            throw Problem.notSignedIn(
                    "This was sent for account %s, and account %s is signed in. Sign in as the former to send it."
                            .formatted(meant, signedIn.id()));
        }
    }

    private static Response signIn(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        if (uri.getPath().startsWith("/api/")) {
            throw Problem.notSignedIn("Sign in, or send an API token as 'Authorization: Bearer <token>'.");
        }
        // What a form sent is lost on the way; only an address can be come back to.
        String next = request.getMethod().equals("GET") ? uri.getRawPath() + query(uri) : "";
        String login = next.isEmpty() ? "/login" : "/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        return Response.seeOther(URI.create(login)).build();
    }

    private static String query(URI uri) {
        return uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    }

    private static ProjectRole role(Who who) {
        return switch (who) {
            case LEAD -> ProjectRole.LEAD;
            case ANNOTATOR -> ProjectRole.ANNOTATOR;
            case VIEWER -> ProjectRole.VIEWER;
            case ANYONE, SIGNED_IN, ADMINISTRATOR ->
                throw new IllegalArgumentException(who + " is no role in a project");
        };
    }
}
