package org.doubtless.round;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.util.Map;
import org.doubtless.model.Comparison;
import org.doubtless.model.ModelVersion;
import org.doubtless.model.ModelVersions;
import org.doubtless.project.MayKnowArm;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ShowArm;
import org.doubtless.web.Access;
import org.doubtless.web.Who;

/** Compares two versions. */
@Path("/api/projects/{p}/models/{number}/compare")
class ComparisonResource {
    private final ModelVersions versions;
    private final CompareModels compareModels;
    private final MayKnowArm mayKnowArm;

    ComparisonResource(ModelVersions versions, CompareModels compareModels, MayKnowArm mayKnowArm) {
        this.mayKnowArm = mayKnowArm;
        this.versions = versions;
        this.compareModels = compareModels;
    }

    /** One of the two; its metrics are those that it was measured with when it was made. */
    record Side(int number, String state, Map<String, Object> metrics) {
        static Side of(ModelVersion version) {
            return new Side(version.number(), version.state(), version.metrics());
        }
    }

    /**
     * Both.
     *
     * @param sameImages on the control images that both have scored, with the labels of now; null where that cannot be
     * @param message what came of it, or why it cannot be, for a person
     */
    record View(Side model, Side with, Map<String, Object> sameImages, String message) {}

    @GET
    @Access(Who.VIEWER)
    public View compare(
            @PathParam("p") ProjectId project, @PathParam("number") int number, @QueryParam("with") int with)
            throws SQLException {
        ModelVersion model = versions.get(project, number);
        ModelVersion other = versions.get(project, with);
        CompareModels.Answer answer = compareModels.asked(model, other);
        ShowArm showArm = mayKnowArm.in(project);
        return new View(
                Side.of(model.shownTo(showArm)),
                Side.of(other.shownTo(showArm)),
                answer.comparison().map(Comparison::toMap).orElse(null),
                answer.message());
    }
}
