package org.doubtless.annotation;

import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.util.List;
import org.doubtless.account.SignedIn;
import org.doubtless.pool.ImageId;
import org.doubtless.project.KnownProjects;
import org.doubtless.project.LabelSchema;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.DeedNote;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;

/** Says of many images in one call whether they are gold, all or none, and what that changed, so that it can be undone. */
@Path("/api/projects/{p}/gold")
class ManyGoldResource {
    private static final int MOST = 2000;

    private final MarkGold markGold;
    private final KnownProjects projects;
    private final SignedIn signedIn;
    private final DeedNote note;

    ManyGoldResource(MarkGold markGold, KnownProjects projects, SignedIn signedIn, DeedNote note) {
        this.markGold = markGold;
        this.projects = projects;
        this.signedIn = signedIn;
        this.note = note;
    }

    /** Images and their right labels. */
    record Marks(List<NewMark> items) {}

    /** @param label null for an image that is to be no gold */
    record NewMark(Long image, String label) {}

    /** What each mark has changed, in the order of the images' ids. */
    record Marked(List<MarkGold.Marked> items) {}

    @PUT
    @Access(Who.LEAD)
    public Marked put(@PathParam("p") ProjectId project, Marks sent) throws SQLException {
        List<NewMark> items = sent == null || sent.items() == null ? List.of() : sent.items();
        if (items.isEmpty() || items.size() > MOST) {
            throw Problem.badRequest(
                    "items", "One call takes 1 to " + MOST + " images, not " + items.size() + ". Send them in parts.");
        }
        LabelSchema labels = projects.labelling(project).labels();
        List<MarkGold.Mark> marks =
                items.stream().map(item -> read(item, labels)).toList();
        note.put("images", marks.size());
        return new Marked(markGold.mark(project, signedIn.id(), marks));
    }

    private static MarkGold.Mark read(NewMark sent, LabelSchema labels) {
        if (sent == null || sent.image() == null) {
            throw Problem.badRequest(
                    "image", "One of the items names no image. Send {\"image\": id, \"label\": \"its right label\"}.");
        }
        return new MarkGold.Mark(new ImageId(sent.image()), sent.label() == null ? null : labels.named(sent.label()));
    }
}
