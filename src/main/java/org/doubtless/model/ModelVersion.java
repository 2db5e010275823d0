package org.doubtless.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ShowArm;

/**
 * One model of a project, without its parameters.
 *
 * @param number counts a project's versions from 1
 * @param metrics what it was measured to be on the control arm
 * @param provenance what it was made from, so that it can be made again
 */
public record ModelVersion(
        ModelVersionId id,
        ProjectId project,
        int number,
        String state,
        Map<String, Object> metrics,
        Map<String, Object> provenance,
        Instant createdAt,
        Optional<Instant> publishedAt) {

    /**
     * How many images an error of calibration takes to mean something: of fewer, in 15 bins, it is mostly chance (a perfect
     * model gets .155 of 50, .11 of 100, .064 of 300).
     */
    public static final int CALIBRATED_BY = 300;

    /** Whether the project's queue is ranked by it. */
    public boolean isPublished() {
        return state.equals("published");
    }

    /** With its metrics as far as the reader may know them. */
    public ModelVersion shownTo(ShowArm showArm) {
        return new ModelVersion(
                id, project, number, state, ShownMetrics.of(metrics, showArm), provenance, createdAt, publishedAt);
    }
}
