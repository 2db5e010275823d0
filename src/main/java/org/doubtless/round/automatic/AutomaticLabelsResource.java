package org.doubtless.round.automatic;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import org.doubtless.account.SignedIn;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** Shows a project's automatic labels and takes them back. The rule itself is one of the project's settings. */
@Path("/api/projects/{p}/automatic-labels")
class AutomaticLabelsResource {
    private final ReadAutomaticLabels readAutomaticLabels;
    private final StopRule stopRule;
    private final SignedIn signedIn;

    AutomaticLabelsResource(ReadAutomaticLabels readAutomaticLabels, StopRule stopRule, SignedIn signedIn) {
        this.readAutomaticLabels = readAutomaticLabels;
        this.stopRule = stopRule;
        this.signedIn = signedIn;
    }

    /** How many labels were taken back. */
    record TakenBack(long images, String sentence) {}

    /** For leads: how many control images and audits there are would give them away to those who label. */
    @GET
    @Access(Who.LEAD)
    public AutomaticState state(@PathParam("p") ProjectId project) throws SQLException {
        return readAutomaticLabels.of(project);
    }

    @DELETE
    @Access(Who.LEAD)
    public TakenBack takeBack(@PathParam("p") ProjectId project) throws SQLException {
        long images = stopRule.takeBack(project, signedIn.id());
        return new TakenBack(images, readAutomaticLabels.of(project).sentence());
    }
}
