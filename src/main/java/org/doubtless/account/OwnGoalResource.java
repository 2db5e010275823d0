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

/** The daily goal of whoever asks. */
@Path("/api/account/goal")
@Produces(MediaType.APPLICATION_JSON)
public class OwnGoalResource {
    private final SignedIn signedIn;
    private final KeptDesk kept;

    OwnGoalResource(SignedIn signedIn, KeptDesk kept) {
        this.signedIn = signedIn;
        this.kept = kept;
    }

    @GET
    @Access(Who.SIGNED_IN)
    public DailyGoal get() throws SQLException {
        return kept.goal(signedIn.id());
    }

    @PUT
    @Access(Who.SIGNED_IN)
    public DailyGoal put(DailyGoal body) throws SQLException {
        DailyGoal goal = RequestBody.required(body, "{\"images\": 200}");
        kept.put(signedIn.id(), goal);
        return goal;
    }
}
