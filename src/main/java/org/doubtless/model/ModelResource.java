package org.doubtless.model;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;

/** Shows the models of a project and where they come from. */
@Path("/api/projects/{p}/models")
class ModelResource {
    private final ModelVersions versions;

    ModelResource(ModelVersions versions) {
        this.versions = versions;
    }

    /** A model version as the API shows it. */
    record View(
            int number,
            String state,
            Map<String, Object> metrics,
            Map<String, Object> provenance,
            Instant createdAt,
            Instant publishedAt) {
        static View of(ModelVersion version) {
            return new View(
                    version.number(),
                    version.state(),
                    version.metrics(),
                    version.provenance(),
                    version.createdAt(),
                    version.publishedAt().orElse(null));
        }
    }

    /** All versions, newest first. */
    record All(List<View> items) {}

    @GET
    @Access(Who.VIEWER)
    public All list(@PathParam("p") ProjectId project) throws SQLException {
        return new All(versions.list(project).stream().map(View::of).toList());
    }

    @GET
    @Path("/{number}")
    @Access(Who.VIEWER)
    public View one(@PathParam("p") ProjectId project, @PathParam("number") int number) throws SQLException {
        return versions.find(project, number)
                .map(View::of)
                .orElseThrow(() -> Problem.notFound(
                        "model version", number, "Read /api/projects/" + project + "/models for those there are."));
    }
}
