package org.doubtless.exchange;

import io.agroal.api.AgroalDataSource;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.doubtless.project.FrameProject;
import org.doubtless.project.ProjectFrame;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.PageLanguage;
import org.doubtless.web.Who;

/** Where a lead chooses what to export. */
@Path("/projects/{p}/export")
@Produces(MediaType.TEXT_HTML)
public class ExportPage {
    private static final ExportChoice EVERYTHING = new ExportChoice(Format.IMAGE_FOLDER, true, true, true);

    private final FrameProject frame;
    private final AgroalDataSource database;
    private final PageLanguage language;

    ExportPage(FrameProject frame, AgroalDataSource database, PageLanguage language) {
        this.language = language;
        this.frame = frame;
        this.database = database;
    }

    /**
     * What is there to export, as words.
     *
     * @param unlabelled by anybody; {@code withoutHuman} by people
     */
    public record Available(
            String images, String people, String automatic, String unlabelled, String withoutHuman, boolean model) {
        static Available of(ExportCounts counts, boolean model) {
            return new Available(
                    number(counts.images()),
                    number(counts.people()),
                    number(counts.automatic()),
                    number(counts.unlabelled()),
                    number(counts.unlabelled() + counts.automatic()),
                    model);
        }

        private static String number(long images) {
            return String.format(Locale.ENGLISH, "%,d", images);
        }
    }

    /** A column of the table, and what it says. */
    public record Row(String name, String says) {}

    @CheckedTemplate(basePath = "exchange")
    static class Templates {
        private Templates() {}

        static native TemplateInstance export(
                ProjectFrame project, Available available, List<Format> formats, List<Row> columns);
    }

    @GET
    @Access(Who.LEAD)
    public TemplateInstance export(@PathParam("p") ProjectId project) throws SQLException {
        ColumnMessages words = language.words(ColumnMessages.class);
        List<Row> columns = Column.of(EVERYTHING).stream()
                .map(column -> new Row(column.name(), column.says().apply(words)))
                .toList();
        return Templates.export(frame.frame(project), available(project), List.of(Format.values()), columns);
    }

    private Available available(ProjectId project) throws SQLException {
        try (Snapshot snapshot = Snapshot.of(database, project)) {
            Long set = snapshot.automaticSet(EVERYTHING).orElse(null);
            return Available.of(ExportCounts.read(snapshot.connection(), project, set), snapshot.model() != null);
        }
    }
}
