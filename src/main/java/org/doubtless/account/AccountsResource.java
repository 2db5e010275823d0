package org.doubtless.account;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.doubtless.web.Access;
import org.doubtless.web.DeedNote;
import org.doubtless.web.RequestBody;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The people of the installation, for its administrators. */
@Path("/api/accounts")
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {
    private final AccountRepository accounts;
    private final CreateAccount createAccount;
    private final ChangeAccount changeAccount;
    private final DeedNote note;

    AccountsResource(
            AccountRepository accounts, CreateAccount createAccount, ChangeAccount changeAccount, DeedNote note) {
        this.note = note;
        this.accounts = accounts;
        this.createAccount = createAccount;
        this.changeAccount = changeAccount;
    }

    public record CreateRequest(String email, String name, String password, boolean administrator) {
        @Override
        public String toString() {
            return "CreateRequest[" + email + "]";
        }
    }

    /** Null leaves a thing as it is. */
    public record ChangeRequest(String name, Boolean active, Boolean administrator, String password) {
        @Override
        public String toString() {
            return "ChangeRequest[…]";
        }
    }

    @GET
    @Access(Who.ADMINISTRATOR)
    public List<AccountView> list() {
        return accounts.byName().stream().map(AccountView::of).toList();
    }

    @POST
    @Access(Who.ADMINISTRATOR)
    @ResponseStatus(201)
    public AccountView create(CreateRequest body) {
        CreateRequest request =
                RequestBody.required(body, "{\"email\": \"ada@example.org\", \"name\": \"Ada\", \"password\": \"…\"}");
        AccountId id = createAccount.create(new NewAccount(
                new EmailAddress(request.email()),
                request.name(),
                new Password(request.password()),
                request.administrator()));
        note.put("account", id);
        return AccountView.of(accounts.get(id));
    }

    @PATCH
    @Path("{account}")
    @Access(Who.ADMINISTRATOR)
    public AccountView change(@PathParam("account") AccountId account, ChangeRequest body) {
        ChangeRequest request = RequestBody.required(body, "{\"active\": false}");
        return AccountView.of(changeAccount.change(
                account,
                new ChangeAccount.Changes(
                        request.name(),
                        request.active(),
                        request.administrator(),
                        request.password() == null ? null : new Password(request.password()))));
    }
}
