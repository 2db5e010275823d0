package org.doubtless.demo;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.doubtless.account.SignedIn;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** Sets the pace of the oracle that labels a demo project. */
@Path("/api/projects/{p}/demo/oracle")
class OracleResource {
    private final SetOraclePace setOraclePace;
    private final SignedIn signedIn;

    OracleResource(SetOraclePace setOraclePace, SignedIn signedIn) {
        this.setOraclePace = setOraclePace;
        this.signedIn = signedIn;
    }

    /** Labels a minute; 0 stops the oracle. */
    record Pace(Integer perMinute) {}

    @POST
    @Access(Who.LEAD)
    public Pace set(@PathParam("p") ProjectId project, Pace wish) {
        int perMinute = wish == null || wish.perMinute() == null ? 0 : wish.perMinute();
        setOraclePace.set(project, signedIn.id(), perMinute);
        return new Pace(perMinute);
    }

    @GET
    @Access(Who.VIEWER)
    public Pace current(@PathParam("p") ProjectId project) {
        return new Pace(setOraclePace.current(project));
    }
}
