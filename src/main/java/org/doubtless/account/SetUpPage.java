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
import java.util.Objects;
import org.doubtless.web.Access;
import org.doubtless.web.DeedNote;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.RestForm;

/** The first visit. */
@Path("/setup")
@Produces(MediaType.TEXT_HTML)
public class SetUpPage {
    private final SetUpInstallation setUp;
    private final SessionCookie sessions;

    private final DeedNote note;

    SetUpPage(SetUpInstallation setUp, SessionCookie sessions, DeedNote note) {
        this.note = note;
        this.setUp = setUp;
        this.sessions = sessions;
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        private Templates() {}

        /** @param failure why the last try failed; empty at the first */
        static native TemplateInstance setup(String name, String email, String failure);
    }

    @GET
    @Access(Who.ANYONE)
    public Response show() {
        return setUp.isDone() ? toLogin() : page(200, "", "", "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.ANYONE)
    public Response create(
            @RestForm String name, @RestForm String email, @RestForm String password, @Context RoutingContext http) {
        String typedName = Objects.requireNonNullElse(name, "");
        String typedEmail = Objects.requireNonNullElse(email, "");
        try {
            Session session = setUp.create(new EmailAddress(typedEmail), typedName, new Password(password));
            sessions.begin(session, http);
            note.signedIn(session.account().value());
            return Response.seeOther(URI.create("/projects")).build();
        } catch (Problem problem) {
            return page(problem.status(), typedName, typedEmail, problem.detail());
        }
    }

    private static Response toLogin() {
        return Response.seeOther(URI.create("/login")).build();
    }

    private static Response page(int status, String name, String email, String failure) {
        return Response.status(status)
                .entity(Templates.setup(name, email, failure))
                .build();
    }
}
