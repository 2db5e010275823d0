package org.doubtless.audit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.sql.SQLException;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** The audit log of the installation as a page. */
@Path("/audit")
@Produces(MediaType.TEXT_HTML)
public class AuditPage {
    private final ShowDeeds showDeeds;

    AuditPage(ShowDeeds showDeeds) {
        this.showDeeds = showDeeds;
    }

    @CheckedTemplate(basePath = "audit")
    static class Templates {
        private Templates() {}

        static native TemplateInstance audit(ShownDeeds log);
    }

    @GET
    @Access(Who.ADMINISTRATOR)
    public TemplateInstance show(@BeanParam DeedQuery query) throws SQLException, IOException {
        return Templates.audit(showDeeds.show("/audit", DeedFilter.ofInstallation(query), query));
    }
}
