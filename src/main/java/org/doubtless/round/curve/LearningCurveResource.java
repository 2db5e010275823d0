package org.doubtless.round.curve;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.web.Access;
import org.doubtless.web.CsvTable;
import org.doubtless.web.Who;

/** The learning curve, and the same for a spreadsheet. */
@Path("/api/projects/{p}")
class LearningCurveResource {
    private final ReadLearningCurve readLearningCurve;
    private final Projects projects;

    LearningCurveResource(ReadLearningCurve readLearningCurve, Projects projects) {
        this.readLearningCurve = readLearningCurve;
        this.projects = projects;
    }

    @GET
    @Path("/learning-curve")
    @Access(Who.VIEWER)
    public LearningCurveView curve(@PathParam("p") ProjectId project) throws SQLException, IOException {
        return readLearningCurve.of(projects.get(project));
    }

    /** A row for each round, then one for each step of the forecast, then each class in each round. */
    @GET
    @Path("/learning-curve.csv")
    @Access(Who.VIEWER)
    public Response table(@PathParam("p") ProjectId project) throws SQLException, IOException {
        LearningCurveView curve = readLearningCurve.of(projects.get(project));
        CsvTable table = new CsvTable(
                "kind", "round", "class", "training_labels", "minutes", "accuracy", "low", "high", "control_images");
        curve.rounds().forEach(round -> {
            String kind = round.published() ? "measured" : "measured, not published";
            LearningCurveView.Share share = round.accuracy();
            table.row(
                    kind,
                    round.number(),
                    null,
                    round.labels(),
                    round.minutes(),
                    share.value(),
                    share.low(),
                    share.high(),
                    round.controlImages());
        });
        curve.ahead().forEach(step -> {
            LearningCurveView.Share share = step.accuracy();
            table.row(
                    "forecast",
                    null,
                    null,
                    step.labels(),
                    step.minutes(),
                    share.value(),
                    share.low(),
                    share.high(),
                    null);
        });
        curve.classes().forEach(known -> known.rounds().forEach(round -> {
            LearningCurveView.Share share = round.found();
            table.row(
                    "class",
                    round.number(),
                    known.name(),
                    round.labels(),
                    round.minutes(),
                    share.value(),
                    share.low(),
                    share.high(),
                    round.images());
        }));
        return table.download("learning-curve-" + project + ".csv");
    }
}
