package org.doubtless.round;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.doubtless.account.SignedIn;
import org.doubtless.jobs.JobId;
import org.doubtless.model.ModelFiles;
import org.doubtless.model.ModelVersion;
import org.doubtless.model.ModelVersions;
import org.doubtless.project.FileStem;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** Sends a version as one file; a worker makes it when it is asked for first. */
@Path("/api/projects/{p}/models/{number}/download")
class DownloadResource {
    private static final int LOOK_AGAIN_SECONDS = 2;

    private final ModelVersions versions;
    private final ModelFiles files;
    private final RequestModelFile requestModelFile;
    private final Projects projects;
    private final SignedIn signedIn;

    DownloadResource(
            ModelVersions versions,
            ModelFiles files,
            RequestModelFile requestModelFile,
            Projects projects,
            SignedIn signedIn) {
        this.versions = versions;
        this.files = files;
        this.requestModelFile = requestModelFile;
        this.projects = projects;
        this.signedIn = signedIn;
    }

    /**
     * Where the file is.
     *
     * @param job the one that makes it; null where it is ready
     */
    record Preparation(boolean ready, Long job, String message) {}

    /** The file; 202 with the job that makes it while there is none. */
    @GET
    @Access(Who.LEAD)
    public Response download(@PathParam("p") ProjectId project, @PathParam("number") int number) throws SQLException {
        ModelVersion version = versions.get(project, number);
        OptionalLong bytes = files.size(version.id());
        if (bytes.isEmpty()) {
            return prepared(version);
        }
        StreamingOutput content = out -> {
            try {
                files.send(version.id(), out);
            } catch (SQLException e) {
                throw new IOException("The file of model " + number + " could not be read", e);
            }
        };
        return Response.ok(content)
                .type("application/octet-stream")
                .header("Content-Length", bytes.getAsLong())
                .header("Content-Disposition", "attachment; filename=\"" + name(version) + "\"")
                .build();
    }

    /** Has the file made, where there is none. */
    @POST
    @Access(Who.LEAD)
    public Response prepare(@PathParam("p") ProjectId project, @PathParam("number") int number) throws SQLException {
        return prepared(versions.get(project, number));
    }

    private Response prepared(ModelVersion version) throws SQLException {
        Optional<JobId> job = requestModelFile.request(version, signedIn.id());
        if (job.isEmpty()) {
            return Response.ok(new Preparation(true, null, "The file is ready."))
                    .type("application/json")
                    .build();
        }
        return Response.accepted(new Preparation(
                        false,
                        job.get().value(),
                        "Job %s makes the file; ask again when it is done.".formatted(job.get())))
                .type("application/json")
                .header("Retry-After", LOOK_AGAIN_SECONDS)
                .build();
    }

    private String name(ModelVersion version) {
        return "%s-model-%d.doubtless".formatted(FileStem.of(projects.get(version.project())), version.number());
    }
}
