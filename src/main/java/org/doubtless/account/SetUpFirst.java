package org.doubtless.account;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Leads every page to the set-up while there is no account. */
class SetUpFirst {
    /** Before {@code AccessFilter}, which would lead to the sign-in. */
    private static final int PRIORITY = 900;

    private final SetUpInstallation setUp;

    SetUpFirst(SetUpInstallation setUp) {
        this.setUp = setUp;
    }

    @ServerRequestFilter(priority = PRIORITY)
    Response redirect(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        boolean page = !path.startsWith("/api/") && !path.equals("/setup");
        return page && !setUp.isDone() ? Response.seeOther(URI.create("/setup")).build() : null;
    }
}
