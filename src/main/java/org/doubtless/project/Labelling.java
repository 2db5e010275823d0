package org.doubtless.project;

/**
 * What serving an image and taking an answer need to know of a project.
 *
 * @param labels the classes
 * @param controlShare the share of images in the control arm
 * @param checks what is asked to measure people
 * @param seed draws what is drawn by chance
 */
public record Labelling(LabelSchema labels, double controlShare, Checks checks, long seed) {
    static Labelling of(Project project) {
        return new Labelling(
                project.labels(),
                project.settings().controlShare(),
                project.settings().checks(),
                project.seed());
    }

    /** Of the images served so many measure something, and show nothing that could lead the answer. */
    public double measuringShare() {
        return Math.min(0.5, controlShare + checks.share());
    }
}
