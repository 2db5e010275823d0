package org.doubtless.project;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.doubtless.account.AccountId;
import org.doubtless.account.SignedIn;
import org.doubtless.web.Access;
import org.doubtless.web.LogIds;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Gives every request an id, which its lines in the log and its response carry; that of a proxy before us is kept, so that
 * its log and ours tell of the same request.
 */
class NameRequest {
    static final String HEADER = "X-Request-Id";

    private static final int BEFORE_ACCESS = 900;
    private static final int AFTER_ACCESS = 1100;
    private static final int BYTES = 6;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final SignedIn signedIn;
    private final SecureRandom random = new SecureRandom();

    NameRequest(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @ServerRequestFilter(priority = BEFORE_ACCESS)
    void begin(ContainerRequestContext request) {
        String sent = request.getHeaderString(HEADER);
        request.setProperty(HEADER, sent != null && PLAIN.matcher(sent).matches() ? sent : drawn());
        name(request, null);
    }

    /** Only where somebody had to be known: asking would be a look into the database. */
    @ServerRequestFilter(priority = AFTER_ACCESS)
    void known(ContainerRequestContext request, ResourceInfo resource) {
        Access access = resource.getResourceMethod() == null
                ? null
                : resource.getResourceMethod().getAnnotation(Access.class);
        if (access != null && access.value() != Who.ANYONE) {
            name(request, signedIn.id());
        }
    }

    // The log's context is the request's own and ends with it.
    @SuppressWarnings("MustBeClosedChecker")
    private static void name(ContainerRequestContext request, AccountId account) {
        String project = request.getUriInfo().getPathParameters().getFirst("p");
        Map<String, Object> ids = new LinkedHashMap<>();
        ids.put("request", request.getProperty(HEADER));
        ids.put("account", account);
        ids.put("project", project != null && PLAIN.matcher(project).matches() ? project : null);
        LogIds.put(ids);
    }

    @ServerResponseFilter
    void end(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(HEADER) instanceof String id) {
            response.getHeaders().putSingle(HEADER, id);
        }
    }

    private String drawn() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
