package org.doubtless.pool;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.doubtless.jobs.JobId;
import org.doubtless.web.Access;
import org.doubtless.web.CellText;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.RestQuery;

/** The files that an import did not take, each with what is wrong and what to do. */
@Path("/api/jobs/{j}")
class RejectionResource {
    private static final int USUAL = 100;
    private static final int MOST = 1000;

    private final ImportRejections rejections;

    RejectionResource(ImportRejections rejections) {
        this.rejections = rejections;
    }

    /** A page; {@code next} goes into {@code after} for the one behind it. */
    record Page(List<Rejection> items, Long next) {}

    @GET
    @Path("/rejections")
    @Access(Who.VIEWER)
    public Page list(@PathParam("j") JobId job, @RestQuery Long after, @RestQuery Integer limit) throws SQLException {
        int chosen = limit == null ? USUAL : limit;
        if (chosen < 1 || chosen > MOST) {
            throw Problem.badRequest("limit", "A page has 1 to %d files, not %d.".formatted(MOST, chosen));
        }
        List<ImportRejections.Listed> found = rejections.after(job, after == null ? 0 : after, chosen + 1);
        boolean more = found.size() > chosen;
        List<ImportRejections.Listed> shown = more ? found.subList(0, chosen) : found;
        return new Page(
                shown.stream().map(ImportRejections.Listed::rejection).toList(),
                more ? shown.get(chosen - 1).id() : null);
    }

    @GET
    @Path("/rejections.csv")
    @Access(Who.VIEWER)
    public Response table(@PathParam("j") JobId job) {
        StreamingOutput rows = out -> {
            Writer csv = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            csv.write("filename,reason,detail,image\r\n");
            try {
                write(job, csv);
            } catch (SQLException e) {
                throw new IOException("The rejections of job " + job + " could not be read", e);
            }
            csv.flush();
        };
        return Response.ok(rows)
                .type("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"not-taken-" + job + ".csv\"")
                .build();
    }

    private void write(JobId job, Writer csv) throws SQLException, IOException {
        List<ImportRejections.Listed> some = rejections.after(job, 0, MOST);
        while (!some.isEmpty()) {
            for (ImportRejections.Listed listed : some) {
                Rejection file = listed.rejection();
                csv.write(cell(file.filename()) + "," + file.reason() + "," + cell(file.detail()) + ","
                        + (file.image() == null ? "" : file.image()) + "\r\n");
            }
            some = rejections.after(job, some.get(some.size() - 1).id(), MOST);
        }
    }

    /** Quoted, and harmless to a spreadsheet. */
    static String cell(String text) {
        return '"' + CellText.harmless(text).replace("\"", "\"\"") + '"';
    }
}
