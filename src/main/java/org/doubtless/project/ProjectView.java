package org.doubtless.project;

import java.util.List;

/** A project as the API shows it; {@code role} is that of whoever asks. */
public record ProjectView(
        long id, String name, String task, List<ClassView> classes, SettingsView settings, String role, boolean demo) {
    public record ClassView(long id, String name, String key) {}

    public record SettingsView(double controlShare, int retrainAfter, int leaseSeconds, int samples, long seed) {}

    static ProjectView of(Project project, String role) {
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
                        project.seed()),
                role,
                project.demo());
    }
}
