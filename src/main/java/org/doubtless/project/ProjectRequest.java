package org.doubtless.project;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.doubtless.web.Problem;

/** What the API is sent about a project; null leaves a thing out. */
public final class ProjectRequest {
    private ProjectRequest() {}

    public record Create(String name, String task, List<String> classes, Settings settings) {
        NewProject read(RandomGenerator random) {
            if (task != null && !task.equals(NewProject.CLASSIFICATION)) {
                throw Problem.badRequest(
                        "unknown_task", "'%s' is no task that Doubtless knows; send 'classification'.".formatted(task));
            }
            Settings chosen = Objects.requireNonNullElse(settings, Settings.NONE);
            // As many bits as a number in JSON carries through JavaScript.
            long seed = chosen.seed() != null ? chosen.seed() : random.nextLong(1L << 53);
            return NewProject.of(name, classes, chosen.over(ProjectSettings.DEFAULT), seed);
        }
    }

    public record Change(String name, Settings settings, List<String> addClasses, Map<String, String> renameClasses) {
        ChangeProject.Changes read() {
            Settings chosen = Objects.requireNonNullElse(settings, Settings.NONE);
            if (chosen.seed() != null) {
                throw Problem.badRequest(
                        "seed_fixed", "The seed of a project is set once, when it is created. Leave it out.");
            }
            return new ChangeProject.Changes(
                    name,
                    chosen::over,
                    Objects.requireNonNullElse(addClasses, List.of()),
                    Objects.requireNonNullElse(renameClasses, Map.of()));
        }
    }

    public record Settings(
            Double controlShare, Integer retrainAfter, Integer leaseSeconds, Integer samples, Long seed) {
        static final Settings NONE = new Settings(null, null, null, null, null);

        ProjectSettings over(ProjectSettings base) {
            return new ProjectSettings(
                    Objects.requireNonNullElse(controlShare, base.controlShare()),
                    Objects.requireNonNullElse(retrainAfter, base.retrainAfter()),
                    Objects.requireNonNullElse(leaseSeconds, base.leaseSeconds()),
                    Objects.requireNonNullElse(samples, base.samples()));
        }
    }
}
