package org.doubtless.dashboard.map;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import org.doubtless.pool.ImageId;
import org.doubtless.project.KnownProjects;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.CsvTable;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.RestQuery;

/** The plane on which alike images lie close together, and lists of those that are nearly the same or like no other. */
@Path("/api/projects/{p}/maps/likeness")
class LikenessMapResource {
    private static final int MOST = 200;

    private final ReadPlaneMap read;
    private final ReadLookAlikes lookAlikes;
    private final KnownProjects projects;

    LikenessMapResource(ReadPlaneMap read, ReadLookAlikes lookAlikes, KnownProjects projects) {
        this.read = read;
        this.lookAlikes = lookAlikes;
        this.projects = projects;
    }

    /** Images, the first in front. */
    record Images(List<ReadLookAlikes.Listed> items) {}

    /** Pairs, the most alike in front. */
    record Pairs(List<ReadLookAlikes.Pair> items) {}

    @GET
    @Access(Who.LEAD)
    public PlaneMap window(@PathParam("p") ProjectId project, @BeanParam LikenessMapQuery query) throws SQLException {
        return read.read(project, query.window(projects.labelling(project).labels()));
    }

    @GET
    @Path("/cells.csv")
    @Access(Who.LEAD)
    public Response table(@PathParam("p") ProjectId project, @BeanParam LikenessMapQuery query) throws SQLException {
        return MapTable.of(window(project, query), "x", "y").download("likeness-map-" + project + ".csv");
    }

    @GET
    @Path("/strangers")
    @Access(Who.LEAD)
    public Images strangers(@PathParam("p") ProjectId project, @RestQuery @DefaultValue("24") int limit)
            throws SQLException {
        return new Images(lookAlikes.strangers(project, checked(limit)));
    }

    @GET
    @Path("/strangers.csv")
    @Access(Who.LEAD)
    public Response strangersTable(@PathParam("p") ProjectId project) throws SQLException {
        CsvTable table = new CsvTable("image", "filename", "state", "label", "stranger_than");
        for (ReadLookAlikes.Listed image : lookAlikes.strangers(project, MOST)) {
            table.row(image.image(), image.filename(), image.state(), image.label(), (float) image.value());
        }
        return table.download("strangers-" + project + ".csv");
    }

    @GET
    @Path("/duplicates")
    @Access(Who.LEAD)
    public Pairs duplicates(@PathParam("p") ProjectId project, @RestQuery @DefaultValue("12") int limit)
            throws SQLException {
        return new Pairs(lookAlikes.pairs(project, checked(limit)));
    }

    @GET
    @Path("/duplicates.csv")
    @Access(Who.LEAD)
    public Response duplicatesTable(@PathParam("p") ProjectId project) throws SQLException {
        CsvTable table = new CsvTable("image", "filename", "other", "other_filename", "distance");
        for (ReadLookAlikes.Pair pair : lookAlikes.pairs(project, MOST)) {
            table.row(
                    pair.image().image(),
                    pair.image().filename(),
                    pair.other().image(),
                    pair.other().filename(),
                    (float) pair.distance());
        }
        return table.download("duplicates-" + project + ".csv");
    }

    @GET
    @Path("/similar")
    @Access(Who.LEAD)
    public Images similar(
            @PathParam("p") ProjectId project, @RestQuery Long image, @RestQuery @DefaultValue("12") int limit)
            throws SQLException {
        if (image == null) {
            throw Problem.badRequest("image", "Say by image=id which image the others shall look like.");
        }
        return new Images(lookAlikes.similar(project, new ImageId(image), checked(limit)));
    }

    private static int checked(int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.badRequest("limit", "A list has 1 to %d images, not %d.".formatted(MOST, limit));
        }
        return limit;
    }
}
