package org.doubtless.queue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.doubtless.account.SignedIn;
import org.doubtless.pool.ImageId;
import org.doubtless.pool.Withheld;
import org.doubtless.project.KnownProjects;
import org.doubtless.project.Labelling;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.Latency;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;

/** Hands out images to label. */
@Path("/api/projects/{p}/queue")
class QueueResource {
    private static final int MOST = 100;

    private final ClaimNextImages claim;
    private final GiveBackImages giveBack;
    private final LookAlikes lookAlikes;
    private final KnownProjects projects;
    private final SignedIn signedIn;
    private final Timer timer;

    QueueResource(
            ClaimNextImages claim,
            GiveBackImages giveBack,
            LookAlikes lookAlikes,
            KnownProjects projects,
            SignedIn signedIn,
            MeterRegistry meters) {
        this.claim = claim;
        this.giveBack = giveBack;
        this.lookAlikes = lookAlikes;
        this.projects = projects;
        this.signedIn = signedIn;
        this.timer = Latency.timer(meters, "doubtless.claim", "A claim of images to label");
    }

    /**
     * What to claim.
     *
     * @param again first renew the leases that I hold, as a page that was reloaded needs it
     */
    record Wish(Integer count, Boolean again) {}

    /** The images claimed; empty when nothing is left. */
    record Claimed(List<ClaimedImage> items) {}

    @POST
    @Path("/claim")
    @Access(Who.ANNOTATOR)
    public Claimed claim(@PathParam("p") ProjectId id, Wish wish) throws SQLException {
        int count = wish == null || wish.count() == null ? 1 : wish.count();
        if (count < 1 || count > MOST) {
            throw Problem.badRequest("count", "Cannot claim " + count + " images; ask for 1 to " + MOST + ".");
        }
        Labelling labelling = projects.labelling(id);
        boolean again = wish != null && Boolean.TRUE.equals(wish.again());
        List<ServedImage> served = Latency.of(
                timer,
                () -> again ? claim.claimAgain(id, signedIn.id(), count) : claim.claim(id, signedIn.id(), count));
        Map<ImageId, List<LookAlikes.LookAlike>> nearest = nearest(id, served, labelling);
        return new Claimed(served.stream()
                .map(image -> ClaimedImage.of(image, labelling, nearest.getOrDefault(image.image(), List.of())))
                .toList());
    }

    /** What I hold and leave unanswered, with the {@code leasedUntil} of its claim. */
    record Left(List<Held> images) {}

    record Held(long image, Instant leasedUntil) {}

    /** Frees it at once for others, as a page does when it is left; what I was given anew since, I keep. */
    @POST
    @Path("/release")
    @Access(Who.ANNOTATOR)
    public void release(@PathParam("p") ProjectId id, Left left) throws SQLException {
        List<Held> images = left == null || left.images() == null ? List.of() : left.images();
        List<GiveBackImages.Held> held = images.stream()
                .filter(Objects::nonNull)
                .map(one -> new GiveBackImages.Held(new ImageId(one.image()), one.leasedUntil()))
                .toList();
        giveBack.free(id, signedIn.id(), held);
    }

    private Map<ImageId, List<LookAlikes.LookAlike>> nearest(
            ProjectId project, List<ServedImage> served, Labelling labelling) throws SQLException {
        Withheld withheld = ClaimedImage.withheldIn(labelling);
        List<ImageId> told = served.stream()
                .filter(image -> labelling.showWhy() && !ClaimedImage.withheld(image, withheld))
                .map(ServedImage::image)
                .toList();
        boolean again = labelling.checks().repeatShare() > 0;
        return lookAlikes.of(project, told, new LookAlikes.Reader(signedIn.id(), again, withheld));
    }
}
