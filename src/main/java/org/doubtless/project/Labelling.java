package org.doubtless.project;

/**
 * What serving an image and taking an answer need to know of a project.
 *
 * @param labels the classes
 * @param controlShare the share of images in the control arm
 * @param seed draws what is drawn by chance
 */
public record Labelling(LabelSchema labels, double controlShare, long seed) {
    static Labelling of(Project project) {
        return new Labelling(project.labels(), project.settings().controlShare(), project.seed());
    }
}
