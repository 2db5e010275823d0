package org.doubtless.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.doubtless.jobs.Timetable;
import org.doubtless.web.Problem;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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

    /**
     * @param retrainAfter a number, or null in so many words for one that grows by itself
     * @param thresholdsFromData true forgets what a lead set
     * @param retraining grows, labels, schedule or paused; where it is left out, retrainAfter or schedule says which is meant
     */
    public record Settings(
            Double controlShare,

            @Schema(type = SchemaType.INTEGER, nullable = true)
            JsonNode retrainAfter,

            String retraining,
            String schedule,
            String timeZone,
            Integer leaseSeconds,
            Integer samples,
            Boolean automaticLabels,
            Double mostWrong,
            Double auditShare,
            Integer overlap,
            String overlapFor,
            Double overlapShare,
            Double modelThreshold,
            Double dataThreshold,
            Boolean thresholdsFromData,
            Double goldShare,
            Double repeatShare,
            Integer repeatAfter,
            Boolean showWhy,
            Long seed) {
        static final Settings NONE = new Settings(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null);

        ProjectSettings over(ProjectSettings base) {
            return new ProjectSettings(
                    Objects.requireNonNullElse(controlShare, base.controlShare()),
                    retrainingOver(base.retraining()),
                    Objects.requireNonNullElse(leaseSeconds, base.leaseSeconds()),
                    Objects.requireNonNullElse(samples, base.samples()),
                    new AutomaticRule(
                            Objects.requireNonNullElse(
                                    automaticLabels, base.automatic().on()),
                            Objects.requireNonNullElse(
                                    mostWrong, base.automatic().mostWrong()),
                            Objects.requireNonNullElse(
                                    auditShare, base.automatic().auditShare())),
                    overlapOver(base.overlap()),
                    thresholdsOver(base.thresholds()),
                    new Checks(
                            Objects.requireNonNullElse(goldShare, base.checks().goldShare()),
                            Objects.requireNonNullElse(
                                    repeatShare, base.checks().repeatShare()),
                            Objects.requireNonNullElse(
                                    repeatAfter, base.checks().repeatAfter())),
                    Objects.requireNonNullElse(showWhy, base.showWhy()));
        }

        private Overlap overlapOver(Overlap base) {
            return new Overlap(
                    Objects.requireNonNullElse(overlap, base.readers()),
                    overlapFor == null ? base.images() : Overlap.For.of(overlapFor),
                    Objects.requireNonNullElse(overlapShare, base.share()));
        }

        private Thresholds thresholdsOver(Thresholds base) {
            Thresholds from = Boolean.TRUE.equals(thresholdsFromData) ? Thresholds.FROM_DATA : base;
            return new Thresholds(
                    modelThreshold == null ? from.model() : modelThreshold,
                    dataThreshold == null ? from.data() : dataThreshold);
        }

        private Retraining retrainingOver(Retraining base) {
            Integer after = retrainAfter == null || retrainAfter.isNull() ? null : whole(retrainAfter);
            return new Retraining(wayOver(base), after == null ? base.after() : after, timetableOver(base.timetable()));
        }

        private Retraining.Way wayOver(Retraining base) {
            if (retraining != null) {
                return Retraining.Way.of(retraining);
            }
            if (retrainAfter != null) {
                return retrainAfter.isNull() ? Retraining.Way.GROWS : Retraining.Way.LABELS;
            }
            return schedule == null ? base.way() : Retraining.Way.SCHEDULE;
        }

        private Timetable timetableOver(Timetable base) {
            if (schedule == null && timeZone == null) {
                return base;
            }
            String cron = schedule == null && base != null ? base.cron() : schedule;
            return Timetable.of(
                    cron, timeZone == null && base != null ? base.zone().getId() : timeZone);
        }

        private static int whole(JsonNode number) {
            if (!number.isIntegralNumber() || !number.canConvertToInt()) {
                throw Problem.badRequest(
                        "setting",
                        "The setting retrainAfter is %s; it must be a whole number, 1 or more.".formatted(number));
            }
            return number.intValue();
        }
    }
}
