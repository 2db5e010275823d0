package org.doubtless.account;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.doubtless.web.Access;
import org.doubtless.web.DeedNote;
import org.doubtless.web.RequestBody;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The API tokens of the account that asks. */
@Path("/api/tokens")
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {
    private final SignedIn signedIn;
    private final TokenRepository tokens;
    private final CreateToken createToken;
    private final RevokeToken revokeToken;
    private final DeedNote note;

    TokensResource(
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

    /** A token in the list: everything but itself. */
    public record Listed(long id, String name, Instant createdAt, Instant lastUsedAt) {
        static Listed of(ApiToken token) {
            return new Listed(
                    token.id().value(),
                    token.name(),
                    token.createdAt(),
                    token.lastUsedAt().orElse(null));
        }
    }

    public record Request(String name) {}

    /** The one answer that contains the token. */
    public record Shown(long id, String name, String token) {
        @Override
        public String toString() {
            return "Shown[" + id + ", " + name + "]";
        }
    }

    @GET
    @Access(Who.SIGNED_IN)
    public List<Listed> list() {
        return tokens.inUse(signedIn.id()).stream().map(Listed::of).toList();
    }

    @POST
    @Access(Who.SIGNED_IN)
    @ResponseStatus(201)
    public Shown create(Request request) {
        String name =
                RequestBody.required(request, "{\"name\": \"nightly import\"}").name();
        CreateToken.Created created = createToken.create(signedIn, name);
        note.put("token", created.id());
        note.put("name", created.name());
        return new Shown(created.id().value(), created.name(), created.secret());
    }

    @DELETE
    @Path("{t}")
    @Access(Who.SIGNED_IN)
    public void revoke(@PathParam("t") TokenId token) {
        revokeToken.revoke(signedIn.id(), token);
    }
}
