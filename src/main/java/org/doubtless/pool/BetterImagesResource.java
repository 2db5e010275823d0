package org.doubtless.pool;

import io.agroal.api.AgroalDataSource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** The images that need a better picture, for whoever takes it: a table of names, streamed. */
@Path("/api/projects/{p}/better-images.csv")
class BetterImagesResource {
    private static final int AT_ONCE = 1000;
    private static final String QUERY = """
            select i.id, i.filename, i.width, i.height, i.state from image i
            where i.project_id = ? and i.state in ('cannot_tell', 'disagreement') order by i.id
            """;

    private final AgroalDataSource database;

    BetterImagesResource(AgroalDataSource database) {
        this.database = database;
    }

    @GET
    @Access(Who.LEAD)
    public Response table(@PathParam("p") ProjectId project) {
        StreamingOutput rows = out -> {
            Writer csv = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            csv.write("image,filename,width,height,reason\r\n");
            try {
                write(project, csv);
            } catch (SQLException e) {
                throw new IOException("The images of project " + project + " were not read", e);
            }
            csv.flush();
        };
        return Response.ok(rows)
                .type("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"better-images-" + project + ".csv\"")
                .build();
    }

    private void write(ProjectId project, Writer csv) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            // Without a transaction the driver would hold all rows in memory.
            connection.setAutoCommit(false);
            try (PreparedStatement query = connection.prepareStatement(QUERY)) {
                query.setFetchSize(AT_ONCE);
                query.setLong(1, project.value());
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        csv.write(row.getLong(1) + "," + RejectionResource.cell(row.getString(2)) + "," + row.getInt(3)
                                + "," + row.getInt(4) + "," + row.getString(5) + "\r\n");
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
