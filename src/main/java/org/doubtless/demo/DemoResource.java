package org.doubtless.demo;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import org.doubtless.account.SignedIn;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.RestResponse;

/** Makes the demo project, and sets the pace of the oracle that may label it. */
@Path("/api")
class DemoResource {
    private final MakeDemo makeDemo;
    private final SetOraclePace setOraclePace;
    private final SignedIn signedIn;

    DemoResource(MakeDemo makeDemo, SetOraclePace setOraclePace, SignedIn signedIn) {
        this.makeDemo = makeDemo;
        this.setOraclePace = setOraclePace;
        this.signedIn = signedIn;
    }

    /** The wish for a demo; both may be left out. */
    record Wish(Integer images, Long seed) {}

    /** The project and the job that fills it. */
    record Made(long project, long job) {}

    /** Labels a minute; 0 stops the oracle. */
    record Pace(Integer perMinute) {}

    @POST
    @Path("/demo")
    @Access(Who.SIGNED_IN)
    public RestResponse<Made> make(Wish wish) {
        int images = wish == null || wish.images() == null ? MakeDemo.IMAGES : wish.images();
        long seed = wish == null || wish.seed() == null ? MakeDemo.SEED : wish.seed();
        if (images < 20 || images > MakeDemo.MOST_IMAGES) {
            throw Problem.badRequest(
                    "images", "Cannot draw " + images + " images; ask for 20 to " + MakeDemo.MOST_IMAGES + ".");
        }
        MakeDemo.Made made = makeDemo.make(signedIn.id(), images, seed);
        return RestResponse.status(
                RestResponse.Status.ACCEPTED,
                new Made(made.project().value(), made.job().value()));
    }

    @POST
    @Path("/projects/{p}/demo/oracle")
    @Access(Who.LEAD)
    public Pace pace(@PathParam("p") ProjectId project, Pace wish) throws SQLException {
        int perMinute = wish == null || wish.perMinute() == null ? 0 : wish.perMinute();
        setOraclePace.set(project, signedIn.id(), perMinute);
        return new Pace(perMinute);
    }

    @GET
    @Path("/projects/{p}/demo/oracle")
    @Access(Who.VIEWER)
    public Pace pace(@PathParam("p") ProjectId project) {
        return new Pace(setOraclePace.current(project));
    }
}
