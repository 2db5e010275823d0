package org.doubtless.round.quality;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.doubtless.model.ModelVersion;
import org.doubtless.model.ModelVersions;
import org.doubtless.project.ClassId;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.web.Access;
import org.doubtless.web.CsvTable;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.RestQuery;

/** How good a model is on the control arm, for leads: whole, each chart for a spreadsheet, the images of a mistake. */
@Path("/api/projects/{p}/models/{number}/quality")
class QualityResource {
    private final ReadQuality readQuality;
    private final ReadChecked readChecked;
    private final ModelVersions versions;
    private final Projects projects;

    QualityResource(ReadQuality readQuality, ReadChecked readChecked, ModelVersions versions, Projects projects) {
        this.readQuality = readQuality;
        this.readChecked = readChecked;
        this.versions = versions;
        this.projects = projects;
    }

    @GET
    @Access(Who.LEAD)
    public QualityView quality(@PathParam("p") ProjectId project, @PathParam("number") int number) throws SQLException {
        return readQuality.of(projects.get(project), versions.get(project, number));
    }

    /** A control image as it is shown under its cell. */
    record Image(long image, String thumbnail, double confidence, double model, double data) {}

    /** Surest first: there the model errs without knowing it. */
    record Images(List<Image> items) {}

    @GET
    @Path("/images")
    @Access(Who.LEAD)
    public Images images(
            @PathParam("p") ProjectId id,
            @PathParam("number") int number,
            @RestQuery long truth,
            @RestQuery long predicted)
            throws SQLException {
        ModelVersion version = versions.get(id, number);
        Project project = projects.get(id);
        int from = position(project, truth);
        int to = position(project, predicted);
        return new Images(readChecked.of(version, project.labels()).stream()
                .filter(image -> image.truth() == from && image.predicted() == to)
                .sorted((a, b) -> Double.compare(b.confidence(), a.confidence()))
                .map(image -> new Image(
                        image.image(),
                        "/api/images/" + image.image() + "/thumbnail",
                        image.confidence(),
                        image.model(),
                        image.data()))
                .toList());
    }

    private static int position(Project project, long id) {
        return project.labels()
                .find(new ClassId(id))
                .orElseThrow(() -> Problem.badRequest(
                        "unknown_label",
                        "%d is no class of project %s. Read /api/projects/%s for those there are."
                                .formatted(id, project.id(), project.id())))
                .position();
    }

    /** @param chart mistakes, percentages, answering or classes */
    @GET
    @Path("/{chart}.csv")
    @Access(Who.LEAD)
    public Response table(
            @PathParam("p") ProjectId project, @PathParam("number") int number, @PathParam("chart") String chart)
            throws SQLException {
        QualityView quality = readQuality.of(projects.get(project), versions.get(project, number));
        CsvTable table =
                switch (chart) {
                    case "mistakes" -> mistakes(quality);
                    case "percentages" -> percentages(quality);
                    case "answering" -> answering(quality);
                    case "classes" -> classes(quality);
                    default ->
                        throw Problem.notFound("table", chart, "Use mistakes, percentages, answering or classes.");
                };
        return table.download("%s-%s-model-%d.csv".formatted(chart, project, number));
    }

    private static CsvTable mistakes(QualityView quality) {
        Map<Long, String> names = quality.classes().stream()
                .collect(Collectors.toMap(QualityView.OfClass::id, QualityView.OfClass::name));
        CsvTable table = new CsvTable("label", "prediction", "images", "mean_model_doubt", "mean_data_doubt");
        quality.cells()
                .forEach(cell -> table.row(
                        names.get(cell.truth()),
                        names.get(cell.predicted()),
                        cell.images(),
                        cell.model(),
                        cell.data()));
        return table;
    }

    private static CsvTable percentages(QualityView quality) {
        CsvTable table = new CsvTable("above", "up_to", "images", "mean_confidence", "right", "share", "low", "high");
        quality.reliability()
                .forEach(bin -> table.row(
                        bin.low(),
                        bin.high(),
                        bin.images(),
                        bin.confidence(),
                        bin.right(),
                        bin.share().value(),
                        bin.share().low(),
                        bin.share().high()));
        return table;
    }

    private static CsvTable answering(QualityView quality) {
        CsvTable table = new CsvTable("answered", "coverage", "least_confidence", "wrong", "risk", "low", "high");
        quality.answering()
                .forEach(step -> table.row(
                        step.answered(),
                        step.coverage(),
                        step.least(),
                        step.wrong(),
                        step.risk().value(),
                        step.risk().low(),
                        step.risk().high()));
        return table;
    }

    private static CsvTable classes(QualityView quality) {
        CsvTable table = new CsvTable("class", "images", "found", "share", "low", "high", "said", "precision");
        quality.classes()
                .forEach(known -> table.row(
                        known.name(),
                        known.images(),
                        known.right(),
                        known.found() == null ? null : known.found().value(),
                        known.found() == null ? null : known.found().low(),
                        known.found() == null ? null : known.found().high(),
                        known.said(),
                        known.precision() == null ? null : known.precision().value()));
        return table;
    }
}
