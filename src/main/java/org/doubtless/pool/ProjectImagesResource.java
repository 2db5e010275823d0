package org.doubtless.pool;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doubtless.account.SignedIn;
import org.doubtless.project.LabelSchema;
import org.doubtless.project.MayKnowArm;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.project.ShowArm;
import org.doubtless.web.Access;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A project's images: send new ones, page through those that are there. */
@Path("/api/projects/{p}/images")
class ProjectImagesResource {
    private static final int USUAL = 100;
    private static final int MOST = 200;
    private static final Set<String> STATES = Set.of(
            ImageFilter.WAITING,
            ImageFilter.AUTOMATIC,
            "labelled",
            "cannot_tell",
            "flagged",
            "disagreement",
            ImageFilter.SET_ASIDE);

    private static final Set<String> ROUTES = Set.of("ask", "second_reader", "better_image", "automatic");

    private final ReceiveUpload receiveUpload;
    private final ListImages listImages;
    private final Projects projects;
    private final SignedIn signedIn;
    private final MayKnowArm mayKnowArm;

    ProjectImagesResource(
            ReceiveUpload receiveUpload,
            ListImages listImages,
            Projects projects,
            SignedIn signedIn,
            MayKnowArm mayKnowArm) {
        this.receiveUpload = receiveUpload;
        this.listImages = listImages;
        this.projects = projects;
        this.signedIn = signedIn;
        this.mayKnowArm = mayKnowArm;
    }

    /** The job that takes the images in. */
    record Accepted(long job) {}

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ResponseStatus(202)
    @Access(Who.LEAD)
    public Accepted send(@PathParam("p") ProjectId project, @RestForm("files") List<FileUpload> files)
            throws IOException {
        List<ReceivedFile> received = files == null
                ? List.of()
                : files.stream()
                        .map(file -> new ReceivedFile(file.fileName(), file.uploadedFile()))
                        .toList();
        return new Accepted(
                receiveUpload.receive(project, signedIn.id(), received).value());
    }

    @GET
    @Access(Who.VIEWER)
    public ImagePage list(
            @PathParam("p") ProjectId project,
            @RestQuery String state,
            @RestQuery String label,
            @RestQuery String route,
            @RestQuery String prediction,
            @RestQuery Double dataFrom,
            @RestQuery Double dataTo,
            @RestQuery Double modelFrom,
            @RestQuery Double modelTo,
            @RestQuery String lasso,
            @RestQuery Integer checkedBy,
            @RestQuery String order,
            @RestQuery String after,
            @RestQuery Integer limit)
            throws SQLException {
        ImageOrder chosen = ImageOrder.named(emptyToNull(order));
        ShowArm showArm = mayKnowArm.in(project);
        if (chosen.byScore() && showArm == ShowArm.NO) {
            throw Problem.roleNeeded(
                    "Only leads of project %s may order its images by doubt: the order would tell".formatted(project)
                            + " what the model thinks of images that are still to be labelled. Use the order id or newest.");
        }
        if (ImageFilter.AUTOMATIC.equals(state) && showArm == ShowArm.NO) {
            throw Problem.roleNeeded(
                    "Only leads of project %s may list its automatic labels: they would tell".formatted(project)
                            + " what the model thinks of images that may still have to be labelled. Use another state.");
        }
        if (ImageFilter.SET_ASIDE.equals(state) && showArm == ShowArm.NO) {
            throw Problem.roleNeeded(
                    "Only leads of project %s may list the images that no model reads: ask one of them. Use another state."
                            .formatted(project));
        }
        if (emptyToNull(route) != null && showArm == ShowArm.NO) {
            throw Problem.roleNeeded(
                    "Only leads of project %s may list its images by their route: it would tell".formatted(project)
                            + " what the model thinks of images that are still to be labelled. Use a state.");
        }
        boolean inArea = dataFrom != null || dataTo != null || modelFrom != null || modelTo != null;
        Lasso within = Lasso.read(lasso);
        if ((inArea || within != null || emptyToNull(prediction) != null) && showArm == ShowArm.NO) {
            throw Problem.roleNeeded(
                    "Only leads of project %s may list its images by their doubts or predictions: that would tell"
                                    .formatted(project)
                            + " what the model thinks of images that are still to be labelled. Use a state or a label.");
        }
        if (checkedBy != null && showArm == ShowArm.NO) {
            throw Problem.roleNeeded(
                    "Only leads of project %s may list the images that check a model: the list would tell"
                                    .formatted(project)
                            + " which images are of the control arm. Use a state or a label.");
        }
        LabelSchema labels = projects.get(project).labels();
        ImageFilter filter = new ImageFilter(
                project,
                state(emptyToNull(state)),
                labels.idOrNone(label),
                route(emptyToNull(route)),
                labels.idOrNone(prediction),
                inArea ? DoubtArea.of(dataFrom, dataTo, modelFrom, modelTo) : null,
                within,
                checkedBy);
        Optional<PageMark> mark = Optional.ofNullable(emptyToNull(after)).map(text -> PageMark.read(text));
        return listImages.page(filter, chosen, mark, limit(limit), new ListImages.Reader(signedIn.id(), showArm));
    }

    private static String emptyToNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static String state(String state) {
        if (state != null && !STATES.contains(state)) {
            throw Problem.badRequest(
                    "unknown_state",
                    "'%s' is no state of an image. Use waiting, automatic, labelled, cannot_tell, flagged, disagreement or set_aside."
                            .formatted(state));
        }
        return state;
    }

    private static String route(String route) {
        if (route != null && !ROUTES.contains(route)) {
            throw Problem.badRequest(
                    "unknown_route",
                    "'%s' is no route of an image. Use ask, second_reader, better_image or automatic."
                            .formatted(route));
        }
        return route;
    }

    private static int limit(Integer limit) {
        int chosen = limit == null ? USUAL : limit;
        if (chosen < 1 || chosen > MOST) {
            throw Problem.badRequest("limit", "A page has 1 to %d images, not %d.".formatted(MOST, chosen));
        }
        return chosen;
    }
}
