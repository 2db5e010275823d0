package org.doubtless.account;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.doubtless.web.Access;
import org.doubtless.web.RequestBody;
import org.doubtless.web.Who;

/** The account of whoever asks. */
@Path("/api/account")
@Produces(MediaType.APPLICATION_JSON)
public class OwnAccountResource {
    private final SignedIn signedIn;
    private final AccountRepository accounts;
    private final ChangeAccount changeAccount;
    private final SessionCookie sessions;

    OwnAccountResource(
            SignedIn signedIn, AccountRepository accounts, ChangeAccount changeAccount, SessionCookie sessions) {
        this.signedIn = signedIn;
        this.accounts = accounts;
        this.changeAccount = changeAccount;
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
        Password password = request.newPassword() == null ? null : new Password(request.newPassword());
        Account account = changeAccount.changeOwn(signedIn.id(), request.name(), request.oldPassword(), password);
        if (password != null && sessions.of(http).isPresent()) {
            // The change ends all sessions; this one's owner has just shown who they are.
            sessions.begin(account.session(), http);
        }
        return AccountView.of(account);
    }
}
