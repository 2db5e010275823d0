package org.doubtless.annotation;

import io.agroal.api.AgroalDataSource;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doubtless.account.SignedIn;
import org.doubtless.pool.DoubtArea;
import org.doubtless.pool.ImageFilter;
import org.doubtless.pool.ImageId;
import org.doubtless.pool.Lasso;
import org.doubtless.pool.SelectImages;
import org.doubtless.project.ClassId;
import org.doubtless.project.KnownProjects;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Sends a selection of images on, and takes that back. */
@Path("/api/projects/{p}/sendings")
class SendingsResource {
    /** What one press may move: more than a person looks through, less than a round would notice. */
    private static final int MOST = 2000;

    private static final int SHOWN = 20;
    private static final Pattern CLIENT_KEY = Pattern.compile("[A-Za-z0-9.:_-]{1,100}");

    private final SendImages send;
    private final TakeBackSending takeBack;
    private final KnownProjects projects;
    private final SignedIn signedIn;
    private final AgroalDataSource database;

    SendingsResource(
            SendImages send,
            TakeBackSending takeBack,
            KnownProjects projects,
            SignedIn signedIn,
            AgroalDataSource database) {
        this.send = send;
        this.takeBack = takeBack;
        this.projects = projects;
        this.signedIn = signedIn;
        this.database = database;
    }

    /** A rectangle of the doubt map; what is missing is not bounded. */
    record Area(Double dataFrom, Double dataTo, Double modelFrom, Double modelTo) {}

    /** What to send where: images by their ids, or all in an area or a lasso, of one prediction where it is given. */
    record NewSending(
            String route, List<Long> images, Area area, List<Double> lasso, String prediction, String clientKey) {
        private long selections() {
            return Stream.of(images, area, lasso).filter(Objects::nonNull).count();
        }
    }

    /** The newest first. */
    record Newest(List<Sending> items) {}

    @GET
    @Access(Who.LEAD)
    public Newest newest(@PathParam("p") ProjectId project) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new Newest(Sendings.newest(connection, project, SHOWN));
        }
    }

    @POST
    @ResponseStatus(201)
    @Access(Who.LEAD)
    public Sending send(@PathParam("p") ProjectId project, NewSending sent) throws SQLException {
        if (sent == null || sent.selections() != 1) {
            throw Problem.badRequest(
                    "selection",
                    "Name what to send: \"images\" with their ids, an \"area\" of the doubt map, or a \"lasso\".");
        }
        SendTo route = SendTo.of(sent.route());
        if (sent.clientKey() == null || !CLIENT_KEY.matcher(sent.clientKey()).matches()) {
            throw Problem.badRequest("client_key", "The step has no usable clientKey. Send a new UUID for each step.");
        }
        return send.send(
                project, signedIn.id(), route, sent.clientKey(), connection -> chosen(connection, project, sent));
    }

    private List<ImageId> chosen(Connection connection, ProjectId project, NewSending sent) throws SQLException {
        List<ImageId> images = sent.images() != null
                ? sent.images().stream()
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(ImageId::new)
                        .toList()
                : SelectImages.of(connection, filter(project, sent), MOST + 1);
        if (images.isEmpty() || images.size() > MOST) {
            throw Problem.badRequest(
                    "selection",
                    images.isEmpty()
                            ? "The selection holds no image. Choose some, or read the map again."
                            : "One step sends %d images at most. Choose a smaller area.".formatted(MOST));
        }
        return images;
    }

    private ImageFilter filter(ProjectId project, NewSending sent) {
        ClassId prediction = sent.prediction() == null
                ? null
                : projects.labelling(project).labels().named(sent.prediction()).id();
        if (sent.lasso() != null) {
            return ImageFilter.within(project, new Lasso(sent.lasso()), prediction);
        }
        Area area = sent.area();
        return ImageFilter.scored(
                project, DoubtArea.of(area.dataFrom(), area.dataTo(), area.modelFrom(), area.modelTo()), prediction);
    }

    @DELETE
    @Path("/{sending}")
    @Access(Who.LEAD)
    public Sending takeBack(@PathParam("p") ProjectId project, @PathParam("sending") long sending) throws SQLException {
        return takeBack.takeBack(project, sending, signedIn.id());
    }
}
