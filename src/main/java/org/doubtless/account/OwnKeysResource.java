package org.doubtless.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.doubtless.web.Access;
import org.doubtless.web.RequestBody;
import org.doubtless.web.Who;

/** The keys of whoever asks. */
@Path("/api/account/keys")
@Produces(MediaType.APPLICATION_JSON)
public class OwnKeysResource {
    private final SignedIn signedIn;
    private final KeptKeys kept;

    OwnKeysResource(SignedIn signedIn, KeptKeys kept) {
        this.signedIn = signedIn;
        this.kept = kept;
    }

    @GET
    @Access(Who.SIGNED_IN)
    public KeySettings get() throws SQLException, JsonProcessingException {
        return kept.of(signedIn.id());
    }

    /** All of them at once: what is not named is as usual. */
    @PUT
    @Access(Who.SIGNED_IN)
    public KeySettings put(KeySettings body) throws SQLException, JsonProcessingException {
        KeySettings keys = RequestBody.required(body, "{\"preset\": \"doubtless\", \"actions\": {\"flag\": [\"x\"]}}");
        kept.put(signedIn.id(), keys);
        return keys;
    }
}
