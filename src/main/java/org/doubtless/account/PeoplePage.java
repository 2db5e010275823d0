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

    PeoplePage(
            SignedIn signedIn, AccountRepository accounts, CreateAccount createAccount, ChangeAccount changeAccount) {
        this.signedIn = signedIn;
        this.accounts = accounts;
        this.createAccount = createAccount;
        this.changeAccount = changeAccount;
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        private Templates() {}

        /** @param failure why the last change failed; empty at the first */
        static native TemplateInstance people(List<AccountView> people, long self, String failure);
    }

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
        return change(() -> createAccount.create(
                new NewAccount(new EmailAddress(email), name, new Password(password), administrator)));
    }

    @POST
    @Path("{account}/active")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.ADMINISTRATOR)
    public Response setActive(@PathParam("account") AccountId account, @RestForm boolean active) {
        return change(() -> changeAccount.change(account, new ChangeAccount.Changes(null, active, null, null)));
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
        return Templates.people(people, signedIn.id().value(), failure);
    }
}
