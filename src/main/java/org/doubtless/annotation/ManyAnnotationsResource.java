package org.doubtless.annotation;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.util.List;
import org.doubtless.account.SignedIn;
import org.doubtless.project.KnownProjects;
import org.doubtless.project.LabelSchema;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.web.Access;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;

/** Takes many answers in one call, all or none, and takes them back the same way. */
@Path("/api/projects/{p}/annotations")
class ManyAnnotationsResource {
    private static final int MOST = 2000;

    private final SubmitAnnotation submit;
    private final WithdrawAnnotation withdraw;
    private final KnownProjects projects;
    private final Projects roles;
    private final SignedIn signedIn;
    private final MeterRegistry meters;

    ManyAnnotationsResource(
            SubmitAnnotation submit,
            WithdrawAnnotation withdraw,
            KnownProjects projects,
            Projects roles,
            SignedIn signedIn,
            MeterRegistry meters) {
        this.submit = submit;
        this.withdraw = withdraw;
        this.projects = projects;
        this.roles = roles;
        this.signedIn = signedIn;
        this.meters = meters;
    }

    /** Answers, each with a client key of its own. */
    record NewAnnotations(List<NewAnnotation> items) {}

    /** The annotations to withdraw. */
    record Withdrawals(List<Long> annotations) {}

    /** Annotations in the order in which they were sent or named. */
    record Kept(List<AnnotationView> items) {}

    @POST
    @Path("/bulk")
    @Access(Who.ANNOTATOR)
    public Kept submit(@PathParam("p") ProjectId project, NewAnnotations sent) throws SQLException {
        List<NewAnnotation> items = checked(sent == null ? null : sent.items(), "items");
        LabelSchema labels = projects.labelling(project).labels();
        List<Answer> answers =
                items.stream().map(item -> NewAnnotation.read(item, labels)).toList();
        List<SubmitAnnotation.Submitted> submitted =
                submit.submitAll(project, signedIn.id(), answers, () -> roles.isLead(project, signedIn));
        submitted.stream().filter(SubmitAnnotation.Submitted::added).forEach(one -> meters.counter(
                        "doubtless.annotations", "outcome", one.annotation().outcome())
                .increment());
        return new Kept(
                submitted.stream().map(SubmitAnnotation.Submitted::annotation).toList());
    }

    @POST
    @Path("/bulk-withdrawal")
    @Access(Who.ANNOTATOR)
    public Kept withdraw(@PathParam("p") ProjectId project, Withdrawals sent) throws SQLException {
        List<Long> ids = checked(sent == null ? null : sent.annotations(), "annotations");
        if (ids.contains(null)) {
            throw Problem.badRequest("annotations", "One of the annotations has no number. Send their ids.");
        }
        return new Kept(withdraw.withdrawAll(
                project,
                ids.stream().map(AnnotationId::new).toList(),
                signedIn.id(),
                of -> roles.isLead(of, signedIn)));
    }

    private static <T> List<T> checked(List<T> sent, String name) {
        if (sent == null || sent.isEmpty() || sent.size() > MOST) {
            throw Problem.badRequest(
                    name,
                    "One call takes 1 to " + MOST + " " + name + ", not " + (sent == null ? 0 : sent.size())
                            + ". Send them in parts.");
        }
        return sent;
    }
}
