package org.doubtless.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.doubtless.account.OwnAccountResource.ChangeRequest;
import org.doubtless.web.Access;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** One's own name and password. */
@Path("/account")
@Produces(MediaType.TEXT_HTML)
public class OwnAccountPage {
    private final OwnAccountResource account;

    OwnAccountPage(OwnAccountResource account) {
        this.account = account;
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        private Templates() {}

        /**
         * @param saved whether a change was just kept
         * @param failure why it was not; empty otherwise
         */
        static native TemplateInstance own(AccountView account, boolean saved, String failure);
    }

    @GET
    @Access(Who.SIGNED_IN)
    public TemplateInstance show(@RestQuery boolean saved) {
        return Templates.own(account.get(), saved, "");
    }

    @POST
    @Path("name")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.SIGNED_IN)
    public Response rename(@RestForm String name, @Context RoutingContext http) {
        return change(new ChangeRequest(name, null, null), http);
    }

    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.SIGNED_IN)
    public Response changePassword(
            @RestForm String oldPassword, @RestForm String newPassword, @Context RoutingContext http) {
        return change(new ChangeRequest(null, oldPassword, newPassword == null ? "" : newPassword), http);
    }

    private Response change(ChangeRequest change, RoutingContext http) {
        try {
            account.change(change, http);
            return Response.seeOther(URI.create("/account?saved=true")).build();
        } catch (Problem problem) {
            return Response.status(problem.status())
                    .entity(Templates.own(account.get(), false, problem.detail()))
                    .build();
        }
    }
}
