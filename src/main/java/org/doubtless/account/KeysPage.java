package org.doubtless.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** One's own keys, away from the desk; labels have theirs there, because every project has other labels. */
@Path("/account/keys")
@Produces(MediaType.TEXT_HTML)
public class KeysPage {
    @CheckedTemplate(basePath = "account")
    static class Templates {
        private Templates() {}

        static native TemplateInstance keys();
    }

    @GET
    @Access(Who.SIGNED_IN)
    public TemplateInstance show() {
        return Templates.keys();
    }
}
