package org.doubtless.dashboard;

import org.doubtless.project.Project;

/**
 * A project in the list of projects, in the words and figures that the page shows.
 *
 * @param thumbnail address of its first image; empty while it has none
 * @param range the interval of the accuracy; empty while nothing was measured
 * @param interval low, value and high for the drawn interval; empty while nothing was measured
 * @param modelShare the part of the doubt that lies in the models; null while nothing is known, or the two cannot
 *     be told apart
 * @param advice a few words; empty where nothing can be derived
 */
record ProjectRow(
        long id,
        String name,
        String contents,
        String thumbnail,
        String accuracy,
        String range,
        String interval,
        String intervalWords,
        String labels,
        String expertTime,
        Double modelShare,
        Double dataShare,
        String advice,
        String now) {

    /**
     * @param firstImage null while there is none
     * @param filling whether images come in now
     */
    record Pool(Long firstImage, boolean filling) {}

    static ProjectRow of(Project project, ProjectStatus status, Pool pool) {
        ProjectStatus.Accuracy accuracy = status.accuracy();
        ProjectStatus.Doubts doubts = status.doubts();
        Double modelShare = doubts == null || !doubts.apart() ? null : doubts.modelShare();
        return new ProjectRow(
                project.id().value(),
                project.name(),
                "%s, %s"
                        .formatted(
                                Figures.counted(project.labels().size(), "class", "classes"),
                                Figures.counted(status.images(), "image")),
                pool.firstImage() == null ? "" : "/api/images/" + pool.firstImage() + "/thumbnail",
                accuracy == null ? "–" : Figures.percent(accuracy.value()),
                accuracy == null ? "" : Figures.range(accuracy.low(), accuracy.high()),
                accuracy == null ? "" : "%s %s %s".formatted(accuracy.low(), accuracy.value(), accuracy.high()),
                accuracy == null
                        ? notMeasured(status)
                        : "%s, %s"
                                .formatted(
                                        Figures.range(accuracy.low(), accuracy.high()),
                                        Figures.counted(accuracy.n(), "control image")),
                Figures.count(status.labelled()),
                Figures.time(status.expertMinutes()),
                modelShare,
                modelShare == null ? null : 1 - modelShare,
                advice(status, pool),
                now(status, pool));
    }

    private static String notMeasured(ProjectStatus status) {
        return status.model() == null ? "no model yet" : "no control labels yet";
    }

    private static String advice(ProjectStatus status, Pool pool) {
        if (status.images() == 0) {
            return pool.filling() ? "" : "add images";
        }
        if (status.model() == null) {
            long left = status.retrainAfter() == null ? 0 : Math.max(0, status.retrainAfter() - status.newLabels());
            return left == 0 ? "" : Figures.counted(left, "label") + " to the first model";
        }
        return "";
    }

    private static String now(ProjectStatus status, Pool pool) {
        if (pool.filling()) {
            return "images come in";
        }
        if (status.round() != null) {
            return "Round " + status.round().number();
        }
        if (status.queue() == 0) {
            return "idle";
        }
        return status.model() == null ? "queue at random" : Figures.count(status.queue()) + " in the queue";
    }
}
