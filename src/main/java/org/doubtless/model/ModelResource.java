package org.doubtless.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.doubtless.project.MayKnowArm;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ShowArm;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** Shows the models of a project and where they come from. */
@Path("/api/projects/{p}/models")
class ModelResource {
    private final ModelVersions versions;
    private final MayKnowArm mayKnowArm;

    ModelResource(ModelVersions versions, MayKnowArm mayKnowArm) {
        this.versions = versions;
        this.mayKnowArm = mayKnowArm;
    }

    /**
     * A model version as the API shows it.
     *
     * @param provenance null for those who must not know the control arm: it tells the seed and what was trained on
     */
    record View(
            int number,
            String state,
            Map<String, Object> metrics,
            @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, Object> provenance,
            Instant createdAt,
            Instant publishedAt) {
        static View of(ModelVersion version, ShowArm showArm) {
            return new View(
                    version.number(),
                    version.state(),
                    version.shownTo(showArm).metrics(),
                    showArm == ShowArm.YES ? version.provenance() : null,
                    version.createdAt(),
                    version.publishedAt().orElse(null));
        }
    }

    /** All versions, newest first. */
    record All(List<View> items) {}

    @GET
    @Access(Who.VIEWER)
    public All list(@PathParam("p") ProjectId project) throws SQLException {
        ShowArm showArm = mayKnowArm.in(project);
        return new All(versions.list(project).stream()
                .map(version -> View.of(version, showArm))
                .toList());
    }

    @GET
    @Path("/{number}")
    @Access(Who.VIEWER)
    public View one(@PathParam("p") ProjectId project, @PathParam("number") int number) throws SQLException {
        return View.of(versions.get(project, number), mayKnowArm.in(project));
    }
}
