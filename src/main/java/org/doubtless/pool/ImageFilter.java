package org.doubtless.pool;

import java.util.Objects;
import org.doubtless.project.ClassId;
import org.doubtless.project.ProjectId;

/**
 * Which of a project's images to list.
 *
 * @param state waiting, automatic, labelled, cannot_tell, flagged, disagreement or set_aside; null for all
 * @param label null for all
 * @param route ask, second_reader, better_image or automatic: where the doubts send it; null for all
 * @param prediction what the published model takes it for; null for all
 * @param area where its two doubts lie; null for all, those that are not scored among them
 * @param lasso what it lies within on the plane of likeness; null for all
 * @param checkedBy the number of a model version: only labelled control images that it has scored, with its scores; null for all
 */
public record ImageFilter(
        ProjectId project,
        String state,
        ClassId label,
        String route,
        ClassId prediction,
        DoubtArea area,
        Lasso lasso,
        Integer checkedBy) {
    static final String WAITING = "waiting";
    /** No person has answered it, and a model has labelled it. */
    static final String AUTOMATIC = "automatic";

    static final String ASK = "ask";
    static final String SECOND_READER = "second_reader";
    static final String BETTER_IMAGE = "better_image";

    /** No model reads it: its picture could not be decoded, or killed who read it. */
    static final String SET_ASIDE = "set_aside";

    public ImageFilter {
        Objects.requireNonNull(project, "project is null");
    }

    /** Those that the published model has scored, by its doubts and by what it takes them for. */
    public static ImageFilter scored(ProjectId project, DoubtArea area, ClassId prediction) {
        return new ImageFilter(project, null, null, null, prediction, area, null, null);
    }

    /** Those that the published model has scored within a lasso. */
    public static ImageFilter within(ProjectId project, Lasso lasso, ClassId prediction) {
        return new ImageFilter(project, null, null, null, prediction, null, lasso, null);
    }

    /** Whether it asks about scores. */
    boolean needsScores() {
        return route != null || scoredOnly();
    }

    /** Whether only images with scores can be meant. */
    boolean scoredOnly() {
        return byScore() || checkedBy != null || SECOND_READER.equals(route) || AUTOMATIC.equals(route);
    }

    private boolean byScore() {
        return prediction != null || area != null || lasso != null;
    }

    /** Whether the scores tell by themselves which images are meant. */
    boolean isOnlyByScore() {
        return byScore() && state == null && label == null && route == null && checkedBy == null;
    }

    boolean isOnlyState(String wanted) {
        return wanted.equals(state) && label == null && route == null && checkedBy == null && !byScore();
    }

    boolean isOnlyRoute() {
        return route != null && state == null && label == null && checkedBy == null && !byScore();
    }
}
