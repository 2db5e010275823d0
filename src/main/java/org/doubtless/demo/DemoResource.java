package org.doubtless.demo;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.doubtless.account.SignedIn;
import org.doubtless.web.Access;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.RestResponse;

/** Makes a demo project. */
@Path("/api/demo")
class DemoResource {
    private final MakeDemo makeDemo;
    private final SignedIn signedIn;

    DemoResource(MakeDemo makeDemo, SignedIn signedIn) {
        this.makeDemo = makeDemo;
        this.signedIn = signedIn;
    }

    /** The wish for a demo; both may be left out. */
    record Wish(Integer images, Long seed) {}

    /** The project and the job that fills it. */
    record Made(long project, long job) {}

    @POST
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
}
