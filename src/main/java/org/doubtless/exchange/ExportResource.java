package org.doubtless.exchange;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.doubtless.account.SignedIn;
import org.doubtless.project.FileStem;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.web.Access;
import org.doubtless.web.DeedNote;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;
import org.jboss.resteasy.reactive.RestQuery;

/** Sends a project's images and labels. For leads: an export tells the arms apart, and what others answered. */
@Path("/api/projects/{p}/export")
class ExportResource {
    private static final String MANIFEST = "manifest";

    private final ExportProject exportProject;
    private final Projects projects;
    private final SignedIn signedIn;
    private final Clock clock;
    private final DeedNote note;

    ExportResource(ExportProject exportProject, Projects projects, SignedIn signedIn, Clock clock, DeedNote note) {
        this.note = note;
        this.exportProject = exportProject;
        this.projects = projects;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** Writes one of an export's parts. */
    @FunctionalInterface
    private interface Part {
        void write(Export export, OutputStream out) throws IOException, SQLException;
    }

    /**
     * The file, or, as {@code part=manifest}, only what it says about itself.
     *
     * @param labels human or all
     */
    @GET
    @Access(Who.LEAD)
    public Response export(
            @PathParam("p") ProjectId project,
            @RestQuery String format,
            @RestQuery String labels,
            @RestQuery String uncertainty,
            @RestQuery String people,
            @RestQuery String part) {
        ExportChoice choice = ExportChoice.of(format, labels, uncertainty, people);
        if (part != null && !part.equals(MANIFEST)) {
            throw Problem.badRequest("part", "part is '%s'; give manifest, or leave it out.".formatted(part));
        }
        note.put("format", choice.format().word());
        note.put("people", Boolean.parseBoolean(people));
        String name = FileStem.of(projects.get(project)) + "-" + LocalDate.now(clock.withZone(ZoneOffset.UTC));
        return part == null
                ? answer(
                        choice.format().mediaType(),
                        name + choice.format().ending(),
                        content(project, choice, Export::write))
                : answer("application/json", name + ".manifest.json", content(project, choice, Export::writeManifest));
    }

    private StreamingOutput content(ProjectId project, ExportChoice choice, Part part) {
        AskedBy by = new AskedBy(signedIn.id().value(), signedIn.name());
        return out -> {
            try (Export export = exportProject.begin(project, choice, by)) {
                part.write(export, out);
            } catch (SQLException e) {
                throw new IOException("The export of project " + project + " broke: " + e.getMessage(), e);
            }
        };
    }

    private static Response answer(String mediaType, String name, StreamingOutput content) {
        return Response.ok(content)
                .type(mediaType)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
