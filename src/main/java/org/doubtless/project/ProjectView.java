package org.doubtless.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A project as the API shows it; {@code role} is that of whoever asks. */
public record ProjectView(
        long id, String name, String task, List<ClassView> classes, SettingsView settings, String role, boolean demo) {
    public record ClassView(long id, String name, String key) {}

    /** @param seed from it and the images anybody can compute the control arm; null for those who must not know it */
    public record SettingsView(
            double controlShare,
            int retrainAfter,
            int leaseSeconds,
            int samples,
            @JsonInclude(JsonInclude.Include.NON_NULL) Long seed) {}

    static ProjectView of(Project project, String role, ShowArm showArm) {
        ProjectSettings settings = project.settings();
        return new ProjectView(
                project.id().value(),
                project.name(),
                project.task(),
                project.labels().classes().stream()
                        .map(c -> new ClassView(c.id().value(), c.name(), c.key()))
                        .toList(),
                new SettingsView(
                        settings.controlShare(),
                        settings.retrainAfter(),
                        settings.leaseSeconds(),
                        settings.samples(),
                        showArm == ShowArm.YES ? project.seed() : null),
                role,
                project.demo());
    }
}
