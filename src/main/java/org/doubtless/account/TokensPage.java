package org.doubtless.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.doubtless.web.Access;
import org.doubtless.web.DeedNote;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.RestForm;

/** One's own API tokens. A new one is shown in the answer to its creation, and never again. */
@Path("/account/tokens")
@Produces(MediaType.TEXT_HTML)
public class TokensPage {
    private final SignedIn signedIn;
    private final TokenRepository tokens;
    private final CreateToken createToken;
    private final RevokeToken revokeToken;
    private final DeedNote note;

    TokensPage(
            SignedIn signedIn,
            TokenRepository tokens,
            CreateToken createToken,
            RevokeToken revokeToken,
            DeedNote note) {
        this.note = note;
        this.signedIn = signedIn;
        this.tokens = tokens;
        this.createToken = createToken;
        this.revokeToken = revokeToken;
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        private Templates() {}

        /**
         * @param fresh the token just made; empty otherwise
         * @param failure why the last try failed; empty at the first
         */
        static native TemplateInstance tokens(List<TokensResource.Listed> tokens, String fresh, String failure);
    }

    @GET
    @Access(Who.SIGNED_IN)
    public TemplateInstance show() {
        return page("", "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.SIGNED_IN)
    public Response create(@RestForm String name) {
        try {
            CreateToken.Created created = createToken.create(signedIn, name);
            note.put("token", created.id());
            note.put("name", created.name());
            return Response.ok(page(created.secret(), ""))
                    .header("Cache-Control", "no-store")
                    .build();
        } catch (Problem problem) {
            return Response.status(problem.status())
                    .entity(page("", problem.detail()))
                    .build();
        }
    }

    @POST
    @Path("{t}/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.SIGNED_IN)
    public Response revoke(@PathParam("t") TokenId token) {
        revokeToken.revoke(signedIn.id(), token);
        return Response.seeOther(URI.create("/account/tokens")).build();
    }

    private TemplateInstance page(String fresh, String failure) {
        List<TokensResource.Listed> listed = tokens.inUse(signedIn.id()).stream()
                .map(TokensResource.Listed::of)
                .toList();
        return Templates.tokens(listed, fresh, failure);
    }
}
