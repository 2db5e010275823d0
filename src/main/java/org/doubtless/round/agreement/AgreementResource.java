package org.doubtless.round.agreement;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** How far readers agree, for leads. */
@Path("/api/projects/{p}/agreement")
class AgreementResource {
    private final ReadAgreement readAgreement;
    private final Projects projects;

    AgreementResource(ReadAgreement readAgreement, Projects projects) {
        this.readAgreement = readAgreement;
        this.projects = projects;
    }

    @GET
    @Access(Who.LEAD)
    public AgreementView agreement(@PathParam("p") ProjectId project) throws SQLException {
        return readAgreement.of(projects.get(project));
    }
}
