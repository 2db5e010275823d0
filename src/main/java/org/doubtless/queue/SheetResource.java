package org.doubtless.queue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.doubtless.account.SignedIn;
import org.doubtless.pool.ImageId;
import org.doubtless.project.KnownProjects;
import org.doubtless.project.Labelling;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.Latency;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;

/** Hands out images that the model takes for one class. */
@Path("/api/projects/{p}/queue/sheet")
class SheetResource {
    private static final int MOST = 100;
    private static final int USUAL = 36;

    private final ClaimSheet claim;
    private final KnownProjects projects;
    private final SignedIn signedIn;
    private final Timer timer;

    SheetResource(ClaimSheet claim, KnownProjects projects, SignedIn signedIn, MeterRegistry meters) {
        this.claim = claim;
        this.projects = projects;
        this.signedIn = signedIn;
        this.timer = Latency.timer(meters, "doubtless.sheet", "A claim of a sheet");
    }

    /** What to claim; see {@link ClaimSheet.Wish}. */
    record Wish(Integer count, String label, Boolean again, List<Long> release) {}

    @POST
    @Access(Who.ANNOTATOR)
    public Sheet claim(@PathParam("p") ProjectId id, Wish sent) throws SQLException {
        Wish wish = sent == null ? new Wish(null, null, null, null) : sent;
        int count = wish.count() == null ? USUAL : wish.count();
        if (count < 1 || count > MOST) {
            throw Problem.badRequest(
                    "count", "Cannot claim a sheet of " + count + " images; ask for 1 to " + MOST + ".");
        }
        List<GiveBackImages.Held> release = wish.release() == null
                ? List.of()
                : wish.release().stream()
                        .filter(Objects::nonNull)
                        .map(image -> new GiveBackImages.Held(new ImageId(image), null))
                        .toList();
        Labelling labelling = projects.labelling(id);
        ClaimSheet.Wish wanted = new ClaimSheet.Wish(
                count,
                wish.label() == null ? null : labelling.labels().named(wish.label()),
                Boolean.TRUE.equals(wish.again()),
                release);
        return Latency.of(timer, () -> claim.claim(id, signedIn.id(), labelling, wanted));
    }
}
