package org.doubtless.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.doubtless.jobs.Timetable;

/** A project as the API shows it; {@code role} is that of whoever asks. */
public record ProjectView(
        long id, String name, String task, List<ClassView> classes, SettingsView settings, String role, boolean demo) {
    public record ClassView(long id, String name, String key) {}

    /**
     * @param retrainAfter a round starts after so many new labels; null when it is not a fixed number of labels that decides
     * @param retraining grows, labels, schedule or paused
     * @param automaticLabels whether predictions stand as labels, of which at most {@code mostWrong} may be wrong
     * @param auditShare the share of them that people are asked about all the same
     * @param overlap so many people answer each image that {@code overlapFor} (all, share or doubt) names
     * @param modelThreshold from which model doubt on it is high, as it is now; {@code thresholdsFromData}: no lead set either
     * @param showWhy whether people see on the desk why an image is asked
     * @param goldShare of the images served, and repeatShare, repeats after repeatAfter others; null as the seed is
     * @param seed from it and the images anybody can compute the control arm; null for those who must not know it
     */
    public record SettingsView(
            double controlShare,
            Integer retrainAfter,
            String retraining,
            @JsonInclude(JsonInclude.Include.NON_NULL) String schedule,
            @JsonInclude(JsonInclude.Include.NON_NULL) String timeZone,
            int leaseSeconds,
            int samples,
            boolean automaticLabels,
            double mostWrong,
            double auditShare,
            int overlap,
            String overlapFor,
            double overlapShare,
            double modelThreshold,
            double dataThreshold,
            boolean thresholdsFromData,
            boolean showWhy,
            @JsonInclude(JsonInclude.Include.NON_NULL) Double goldShare,
            @JsonInclude(JsonInclude.Include.NON_NULL) Double repeatShare,
            @JsonInclude(JsonInclude.Include.NON_NULL) Integer repeatAfter,
            @JsonInclude(JsonInclude.Include.NON_NULL) Long seed) {

        public static SettingsView of(Project project, Long seed) {
            ProjectSettings settings = project.settings();
            Retraining retraining = settings.retraining();
            Timetable timetable = retraining.way() == Retraining.Way.SCHEDULE ? retraining.timetable() : null;
            return new SettingsView(
                    settings.controlShare(),
                    retraining.way() == Retraining.Way.LABELS ? retraining.after() : null,
                    retraining.way().word(),
                    timetable == null ? null : timetable.cron(),
                    timetable == null ? null : timetable.zone().getId(),
                    settings.leaseSeconds(),
                    settings.samples(),
                    settings.automatic().on(),
                    settings.automatic().mostWrong(),
                    settings.automatic().auditShare(),
                    settings.overlap().readers(),
                    settings.overlap().images().word(),
                    settings.overlap().share(),
                    project.thresholds().model(),
                    project.thresholds().data(),
                    settings.thresholds().fromData(),
                    settings.showWhy(),
                    seed == null ? null : (Double) settings.checks().goldShare(),
                    seed == null ? null : (Double) settings.checks().repeatShare(),
                    seed == null ? null : (Integer) settings.checks().repeatAfter(),
                    seed);
        }
    }

    static ProjectView of(Project project, String role, ShowArm showArm) {
        return new ProjectView(
                project.id().value(),
                project.name(),
                project.task(),
                project.labels().classes().stream()
                        .map(c -> new ClassView(c.id().value(), c.name(), c.key()))
                        .toList(),
                SettingsView.of(project, showArm == ShowArm.YES ? project.seed() : null),
                role,
                project.demo());
    }
}
