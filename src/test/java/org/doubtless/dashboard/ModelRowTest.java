package org.doubtless.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.doubtless.model.ModelVersion;
import org.doubtless.model.ModelVersionId;
import org.doubtless.project.ProjectId;
import org.junit.jupiter.api.Test;

class ModelRowTest {

    @Test
    void a_gap_measured_on_few_images_is_not_shown_also_where_it_was_stored() {
        assertThat(gap(50)).isEqualTo("not known: takes about 300 control images");
        assertThat(gap(300)).isEqualTo("4.0 points");
    }

    private static String gap(int images) {
        ModelVersion version = new ModelVersion(
                new ModelVersionId(1),
                new ProjectId(1),
                1,
                "published",
                Map.of(
                        "accuracy",
                        Map.of("value", 0.9, "low", 0.8, "high", 0.95, "n", images),
                        "calibrationError",
                        0.04),
                Map.of(),
                Instant.EPOCH,
                Optional.empty());
        return ModelRow.measures(version).stream()
                .filter(measure -> measure.name().startsWith("Average gap"))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
