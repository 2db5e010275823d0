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
 */
public record ImageFilter(ProjectId project, String state, ClassId label, String route) {
    static final String WAITING = "waiting";
    /** No person has answered it, and a model has labelled it. */
    static final String AUTOMATIC = "automatic";

    /** No model reads it: its picture could not be decoded, or killed who read it. */
    static final String SET_ASIDE = "set_aside";

    public ImageFilter {
        Objects.requireNonNull(project, "project is null");
    }
}
