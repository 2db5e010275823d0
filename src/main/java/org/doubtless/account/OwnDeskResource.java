package org.doubtless.account;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.doubtless.web.Access;
import org.doubtless.web.RequestBody;
import org.doubtless.web.Who;

/** How whoever asks wants the labelling page. */
@Path("/api/account/desk")
@Produces(MediaType.APPLICATION_JSON)
public class OwnDeskResource {
    private final SignedIn signedIn;
    private final KeptDesk kept;

    OwnDeskResource(SignedIn signedIn, KeptDesk kept) {
        this.signedIn = signedIn;
        this.kept = kept;
    }

    @GET
    @Access(Who.SIGNED_IN)
    public DeskSettings get() throws SQLException {
        return kept.of(signedIn.id());
    }

    @PUT
    @Access(Who.SIGNED_IN)
    public DeskSettings put(DeskSettings body) throws SQLException {
        DeskSettings desk = RequestBody.required(body, "{\"showWhy\": false}");
        kept.put(signedIn.id(), desk);
        return desk;
    }
}
