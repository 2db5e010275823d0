package org.doubtless.dashboard;

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

/** The learning curve for a spreadsheet, as far as the person who asks may know it. */
@Path("/api/projects/{p}/learning-curve.csv")
class LearningCurveResource {
    private final ReadStatus status;
    private final Projects projects;

    LearningCurveResource(ReadStatus status, Projects projects) {
        this.status = status;
        this.projects = projects;
    }

    @GET
    @Access(Who.VIEWER)
    public Response table(@PathParam("p") ProjectId project) throws SQLException, IOException {
        CsvTable table = new CsvTable("round", "training_labels", "accuracy", "low", "high", "control_images");
        for (ProjectStatus.Point point : status.of(projects.get(project)).rounds()) {
            ProjectStatus.Accuracy accuracy = point.accuracy();
            if (accuracy != null) {
                table.row(
                        point.number(),
                        point.trainingLabels(),
                        accuracy.value(),
                        accuracy.low(),
                        accuracy.high(),
                        accuracy.n());
            }
        }
        return table.download("learning-curve-" + project + ".csv");
    }
}
