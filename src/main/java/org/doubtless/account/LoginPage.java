package org.doubtless.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.doubtless.web.Access;
import org.doubtless.web.DeedNote;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Signing in and out. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class LoginPage {
    private final SignIn signIn;
    private final SignOut signOut;
    private final SessionCookie sessions;
    private final ChooseLanguage chooseLanguage;
    private final DeedNote note;

    LoginPage(SignIn signIn, SignOut signOut, SessionCookie sessions, ChooseLanguage chooseLanguage, DeedNote note) {
        this.note = note;
        this.signIn = signIn;
        this.signOut = signOut;
        this.sessions = sessions;
        this.chooseLanguage = chooseLanguage;
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        private Templates() {}

        /** @param failure why the last try failed; empty at the first */
        static native TemplateInstance login(String email, String next, String failure);
    }

    @GET
    @Path("login")
    @Access(Who.ANYONE)
    public TemplateInstance show(@RestQuery String next) {
        return Templates.login("", new LocalAddress(next).path(), "");
    }

    @POST
    @Path("login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.ANYONE)
    public Response signIn(
            @RestForm String email, @RestForm String password, @RestForm String next, @Context RoutingContext http) {
        String typed = Objects.requireNonNullElse(email, "");
        LocalAddress goal = new LocalAddress(next);
        try {
            Session session = signIn.signIn(
                    typed,
                    Objects.requireNonNullElse(password, ""),
                    http.request().remoteAddress().hostAddress());
            sessions.begin(session, http);
            note.signedIn(session.account().value());
            chooseLanguage.recall(session.account(), http);
            return Response.seeOther(goal.uri()).build();
        } catch (Problem problem) {
            // What was typed may be a password in the wrong field.
            signIn.known(typed).ifPresent(account -> note.put("account", account));
            note.put("from", http.request().remoteAddress().hostAddress());
            return Response.status(problem.status())
                    .entity(Templates.login(typed, goal.path(), problem.detail()))
                    .build();
        }
    }

    @POST
    @Path("logout")
    @Access(Who.ANYONE)
    public Response signOut(@Context RoutingContext http) throws SQLException {
        Optional<Session> session = sessions.of(http).flatMap(cookie -> Session.parse(cookie.getPrincipal()));
        sessions.end(http);
        if (session.isPresent()) {
            note.signedIn(session.get().account().value());
            signOut.signOut(session.get());
        }
        return Response.seeOther(URI.create("/login")).build();
    }
}
