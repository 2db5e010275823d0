package org.doubtless.project;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** The steps to a new project; the page's script sends them to the API as one. */
@Path("/projects/new")
@Produces(MediaType.TEXT_HTML)
public class NewProjectPage {
    @CheckedTemplate(basePath = "project", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        private Templates() {}

        static native TemplateInstance newProject();
    }

    @GET
    @Access(Who.SIGNED_IN)
    public TemplateInstance show() {
        return Templates.newProject();
    }
}
