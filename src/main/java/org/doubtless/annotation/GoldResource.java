package org.doubtless.annotation;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.util.List;
import org.doubtless.account.SignedIn;
import org.doubtless.pool.ImageId;
import org.doubtless.pool.ProjectOfImage;
import org.doubtless.project.KnownProjects;
import org.doubtless.project.LabelClass;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;

/** Whether an image is gold, and its right label; for leads alone. */
@Path("/api/images/{i}/gold")
class GoldResource {
    private final MarkGold markGold;
    private final ProjectOfImage projectOf;
    private final KnownProjects projects;
    private final SignedIn signedIn;

    GoldResource(MarkGold markGold, ProjectOfImage projectOf, KnownProjects projects, SignedIn signedIn) {
        this.markGold = markGold;
        this.projectOf = projectOf;
        this.projects = projects;
        this.signedIn = signedIn;
    }

    /** The right label; null where the image is not gold. */
    record Gold(String label) {}

    @GET
    @Access(Who.LEAD)
    public Gold get(@PathParam("i") ImageId image) throws SQLException {
        return new Gold(markGold.label(image).orElse(null));
    }

    @PUT
    @Access(Who.LEAD)
    public Gold put(@PathParam("i") ImageId image, Gold gold) throws SQLException {
        if (gold == null || gold.label() == null) {
            throw Problem.badRequest(
                    "label", "Image " + image + " was not marked: no label. Send {\"label\": \"its right label\"}.");
        }
        ProjectId project = project(image);
        mark(project, image, projects.labelling(project).labels().named(gold.label()));
        return gold;
    }

    @DELETE
    @Access(Who.LEAD)
    public Gold delete(@PathParam("i") ImageId image) throws SQLException {
        mark(project(image), image, null);
        return new Gold(null);
    }

    private void mark(ProjectId project, ImageId image, LabelClass label) throws SQLException {
        markGold.mark(project, signedIn.id(), List.of(new MarkGold.Mark(image, label)));
    }

    private ProjectId project(ImageId image) throws SQLException {
        return projectOf
                .find(image)
                .orElseThrow(() -> Problem.notFound("image", image, "It may have been deleted; open the pool again."));
    }
}
