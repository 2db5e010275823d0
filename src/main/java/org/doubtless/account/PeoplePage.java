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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.doubtless.web.Access;
import org.doubtless.web.DeedNote;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.RestForm;

/** The people of the installation: who there is, and adding and deactivating them. */
@Path("/people")
@Produces(MediaType.TEXT_HTML)
public class PeoplePage {
    private final SignedIn signedIn;
    private final AccountRepository accounts;
    private final CreateAccount createAccount;
    private final ChangeAccount changeAccount;
    private final TokenRepository tokens;
    private final RevokeToken revokeToken;
    private final DeedNote note;

    PeoplePage(
            SignedIn signedIn,
            AccountRepository accounts,
            CreateAccount createAccount,
            ChangeAccount changeAccount,
            TokenRepository tokens,
            RevokeToken revokeToken,
            DeedNote note) {
        this.tokens = tokens;
        this.revokeToken = revokeToken;
        this.note = note;
        this.signedIn = signedIn;
        this.accounts = accounts;
        this.createAccount = createAccount;
        this.changeAccount = changeAccount;
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        private Templates() {}

        /** @param failure why the last change failed; empty at the first */
        static native TemplateInstance people(
                List<AccountView> people, List<OwnedToken> tokens, long self, String failure);
    }

    /** Somebody's token, without itself. */
    public record OwnedToken(long id, String owner, String name, Instant createdAt, Instant lastUsedAt) {}

    @GET
    @Access(Who.ADMINISTRATOR)
    public TemplateInstance show() {
        return page("");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.ADMINISTRATOR)
    public Response add(
            @RestForm String name, @RestForm String email, @RestForm String password, @RestForm boolean administrator) {
        return change(() -> note.put(
                "account",
                createAccount.create(
                        new NewAccount(new EmailAddress(email), name, new Password(password), administrator))));
    }

    @POST
    @Path("{account}/active")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.ADMINISTRATOR)
    public Response setActive(@PathParam("account") AccountId account, @RestForm boolean active) {
        return change(() -> changeAccount.change(account, new ChangeAccount.Changes(null, active, null, null)));
    }

    @POST
    @Path("{account}/administrator")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.ADMINISTRATOR)
    public Response setAdministrator(@PathParam("account") AccountId account, @RestForm boolean administrator) {
        return change(() -> changeAccount.change(account, new ChangeAccount.Changes(null, null, administrator, null)));
    }

    /** @param account whose */
    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.ADMINISTRATOR)
    public Response setPassword(@RestForm String account, @RestForm String password) {
        AccountId id = AccountId.fromString(account == null ? "" : account);
        note.put("account", id);
        note.put("changed", "password");
        return change(
                () -> changeAccount.change(id, new ChangeAccount.Changes(null, null, null, new Password(password))));
    }

    /** Anybody's: a leaked token must not wait for its owner. */
    @POST
    @Path("tokens/{t}/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.ADMINISTRATOR)
    public Response revoke(@PathParam("t") TokenId token) {
        return change(() -> revokeToken.revoke(token));
    }

    private Response change(Runnable change) {
        try {
            change.run();
            return Response.seeOther(URI.create("/people")).build();
        } catch (Problem problem) {
            return Response.status(problem.status())
                    .entity(page(problem.detail()))
                    .build();
        }
    }

    private TemplateInstance page(String failure) {
        List<AccountView> people =
                accounts.byName().stream().map(AccountView::of).toList();
        Map<Long, String> names = people.stream().collect(Collectors.toMap(AccountView::id, AccountView::name));
        List<OwnedToken> owned = tokens.allInUse().stream()
                .map(token -> new OwnedToken(
                        token.id().value(),
                        names.get(token.owner().value()),
                        token.name(),
                        token.createdAt(),
                        token.lastUsedAt().orElse(null)))
                .toList();
        return Templates.people(people, owned, signedIn.id().value(), failure);
    }
}
