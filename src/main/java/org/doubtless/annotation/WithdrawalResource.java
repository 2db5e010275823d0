package org.doubtless.annotation;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import org.doubtless.account.SignedIn;
import org.doubtless.project.Projects;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** Takes an answer back. */
@Path("/api/annotations/{a}")
class WithdrawalResource {
    private final WithdrawAnnotation withdraw;
    private final Projects projects;
    private final SignedIn signedIn;

    WithdrawalResource(WithdrawAnnotation withdraw, Projects projects, SignedIn signedIn) {
        this.withdraw = withdraw;
        this.projects = projects;
        this.signedIn = signedIn;
    }

    @DELETE
    @Access(Who.ANNOTATOR)
    public AnnotationView withdraw(@PathParam("a") AnnotationId annotation) throws SQLException {
        return withdraw.withdraw(annotation, signedIn.id(), project -> projects.isLead(project, signedIn));
    }
}
