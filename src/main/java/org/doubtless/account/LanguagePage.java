package org.doubtless.account;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.doubtless.web.Access;
import org.doubtless.web.Language;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.RestForm;

/** The switch between languages, before signing in as well. */
@Path("/language")
@Produces(MediaType.TEXT_HTML)
public class LanguagePage {
    private final ChooseLanguage chooseLanguage;

    LanguagePage(ChooseLanguage chooseLanguage) {
        this.chooseLanguage = chooseLanguage;
    }

    /** Leads back to the page where it was asked. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Who.ANYONE)
    public Response choose(
            @RestForm String language, @HeaderParam("Referer") String from, @Context RoutingContext http) {
        Language chosen = Language.ofCode(language)
                .orElseThrow(() -> Problem.badRequest("language", "There is no such language; choose 'en' or 'zh'."));
        chooseLanguage.choose(chosen, http);
        return Response.seeOther(page(from).uri()).build();
    }

    private static LocalAddress page(String from) {
        try {
            URI uri = new URI(Objects.requireNonNullElse(from, ""));
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return new LocalAddress(uri.getRawPath() + query);
        } catch (URISyntaxException e) {
            return new LocalAddress(null);
        }
    }
}
