package org.doubtless.account;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.doubtless.web.Access;
import org.doubtless.web.DeedNote;
import org.doubtless.web.RequestBody;
import org.doubtless.web.Who;

/** The account of whoever asks. */
@Path("/api/account")
@Produces(MediaType.APPLICATION_JSON)
public class OwnAccountResource {
    private final SignedIn signedIn;
    private final AccountRepository accounts;
    private final ChangeOwnAccount changeOwnAccount;
    private final SessionCookie sessions;
    private final DeedNote note;

    OwnAccountResource(
            SignedIn signedIn,
            AccountRepository accounts,
            ChangeOwnAccount changeOwnAccount,
            SessionCookie sessions,
            DeedNote note) {
        this.note = note;
        this.signedIn = signedIn;
        this.accounts = accounts;
        this.changeOwnAccount = changeOwnAccount;
        this.sessions = sessions;
    }

    /** Null leaves a thing as it is. */
    public record ChangeRequest(String name, String oldPassword, String newPassword) {
        @Override
        public String toString() {
            return "ChangeRequest[…]";
        }
    }

    @GET
    @Access(Who.SIGNED_IN)
    public AccountView get() {
        return AccountView.of(accounts.get(signedIn.id()));
    }

    @PATCH
    @Access(Who.SIGNED_IN)
    public AccountView change(ChangeRequest body, @Context RoutingContext http) {
        ChangeRequest request = RequestBody.required(body, "{\"name\": \"Ada Lovelace\"}");
        note.put("changed", request.newPassword() == null ? "name" : "password");
        ChangeOwnAccount.NewPassword password = request.newPassword() == null
                ? null
                : new ChangeOwnAccount.NewPassword(
                        request.oldPassword(),
                        new Password(request.newPassword()),
                        http.request().remoteAddress().hostAddress());
        Account account = changeOwnAccount.change(signedIn.id(), request.name(), password);
        if (password != null && sessions.of(http).isPresent()) {
            // The change ends all sessions; this one's owner has just shown who they are.
            sessions.begin(account.beginSession(), http);
        }
        return AccountView.of(account);
    }
}
