package org.doubtless.project;

/**
 * What serving an image and taking an answer need to know of a project.
 *
 * @param labels the classes
 * @param controlShare the share of images in the control arm
 * @param checks what is asked to measure people
 * @param seed draws what is drawn by chance
 * @param showWhy whether people see why an image is asked
 */
public record Labelling(LabelSchema labels, double controlShare, Checks checks, long seed, boolean showWhy) {
    static Labelling of(Project project) {
        ProjectSettings settings = project.settings();
        return new Labelling(
                project.labels(), settings.controlShare(), settings.checks(), project.seed(), settings.showWhy());
    }

    /** Of the images served so many measure something, and show nothing that could lead the answer. */
    public double measuringShare() {
        return Math.min(0.5, controlShare + checks.share());
    }
}
