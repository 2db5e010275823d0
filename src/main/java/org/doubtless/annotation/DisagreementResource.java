package org.doubtless.annotation;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.util.List;
import org.doubtless.account.SignedIn;
import org.doubtless.pool.ImageId;
import org.doubtless.project.KnownProjects;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.RestResponse;

/** The images whose readers differ, and what a lead decides about them. */
@Path("/api/projects/{p}/disagreements")
class DisagreementResource {
    private static final int MOST = 100;

    private final ListDisagreements list;
    private final DecideDisagreement decide;
    private final KnownProjects projects;
    private final SignedIn signedIn;

    DisagreementResource(ListDisagreements list, DecideDisagreement decide, KnownProjects projects, SignedIn signedIn) {
        this.list = list;
        this.decide = decide;
        this.projects = projects;
        this.signedIn = signedIn;
    }

    /** A page by id; {@code next} is the mark of the one after it, null at the end. */
    record Page(List<Disagreement> items, Long next, long total) {}

    /** What a lead decides: labelled with a label, or cannot_tell. */
    record Decision(Long image, String outcome, String label, String note, String clientKey) {}

    /** @param names whether to say who the readers are */
    @GET
    @Access(Who.LEAD)
    public Page list(
            @PathParam("p") ProjectId project,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("names") boolean names)
            throws SQLException {
        if (limit < 1 || limit > MOST) {
            throw Problem.badRequest("limit", "Cannot list " + limit + " disagreements; ask for 1 to " + MOST + ".");
        }
        List<Disagreement> items = list.list(project, after, limit, names);
        Long next = items.size() < limit ? null : items.get(limit - 1).image();
        return new Page(items, next, list.count(project));
    }

    @POST
    @Access(Who.LEAD)
    public RestResponse<AnnotationView> decide(@PathParam("p") ProjectId project, Decision sent) throws SQLException {
        if (sent == null || sent.image() == null) {
            throw Problem.badRequest(
                    "image",
                    "The decision names no image. Send {\"image\": id, \"outcome\": \"labelled\", \"label\": …}.");
        }
        Answer decision = new Answer(
                new ImageId(sent.image()),
                outcome(project, sent),
                sent.note(),
                sent.clientKey(),
                null,
                null,
                Shown.ALONE);
        SubmitAnnotation.Submitted kept = decide.decide(project, signedIn.id(), decision);
        return RestResponse.status(
                kept.added() ? RestResponse.Status.CREATED : RestResponse.Status.OK, kept.annotation());
    }

    private AnnotationOutcome outcome(ProjectId project, Decision sent) {
        boolean labelled = "labelled".equals(sent.outcome());
        if (!labelled && !"cannot_tell".equals(sent.outcome()) || labelled == (sent.label() == null)) {
            throw Problem.badRequest(
                    "outcome",
                    "The decision about image " + sent.image() + " must be 'labelled' with a label, or 'cannot_tell'"
                            + " without one.");
        }
        return labelled
                ? new AnnotationOutcome.Labelled(
                        projects.labelling(project).labels().named(sent.label()).id())
                : new AnnotationOutcome.CannotTell();
    }
}
