package org.doubtless.dashboard.map;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.doubtless.project.KnownProjects;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.CsvTable;
import org.doubtless.web.Who;

/** The doubt map of a project, a window at a time. For leads: it tells what the model thinks of images that wait. */
@Path("/api/projects/{p}/maps/doubts")
class DoubtMapResource {
    private final ReadPlaneMap read;
    private final ReadDoubtHistory history;
    private final KnownProjects projects;

    DoubtMapResource(ReadPlaneMap read, ReadDoubtHistory history, KnownProjects projects) {
        this.read = read;
        this.history = history;
        this.projects = projects;
    }

    /** Versions, oldest first. */
    record History(List<ReadDoubtHistory.Version> versions) {}

    @GET
    @Access(Who.LEAD)
    public PlaneMap window(@PathParam("p") ProjectId project, @BeanParam DoubtMapQuery query) throws SQLException {
        return read.read(project, query.window(projects.labelling(project).labels()));
    }

    @GET
    @Path("/cells.csv")
    @Access(Who.LEAD)
    public Response table(@PathParam("p") ProjectId project, @BeanParam DoubtMapQuery query) throws SQLException {
        return MapTable.of(window(project, query), "data_doubt", "model_doubt")
                .download("doubt-map-" + project + ".csv");
    }

    @GET
    @Path("/history")
    @Access(Who.LEAD)
    public History history(@PathParam("p") ProjectId project) throws SQLException {
        return new History(history.of(project));
    }

    @GET
    @Path("/history.csv")
    @Access(Who.LEAD)
    public Response historyTable(@PathParam("p") ProjectId project) throws SQLException {
        CsvTable table = new CsvTable("model", "published_at", "images", "doubt", "p05", "p25", "p50", "p75", "p95");
        for (ReadDoubtHistory.Version version : history.of(project)) {
            row(table, version, "model", version.modelDoubt());
            row(table, version, "data", version.dataDoubt());
        }
        return table.download("doubts-by-version-" + project + ".csv");
    }

    private static void row(CsvTable table, ReadDoubtHistory.Version version, String doubt, List<Float> quantiles) {
        Stream<Object> cells = Stream.of(version.model(), version.publishedAt(), version.images(), doubt);
        table.row(Stream.concat(cells, quantiles.stream()).toArray());
    }
}
