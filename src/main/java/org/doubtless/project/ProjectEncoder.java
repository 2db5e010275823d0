package org.doubtless.project;

import java.util.List;

/** The encoder that a project wants trained on its pool; the feature that trains encoders keeps the wish. */
public interface ProjectEncoder {
    /**
     * @param wanted whether one is trained
     * @param ways all in which two views of an image may differ
     * @param steps of the training
     */
    record State(boolean wanted, List<Way> ways, int steps) {}

    /** A way in which two views may differ, by its name; whether it is allowed, or would be as usual where none is wanted. */
    record Way(String name, boolean allowed) {}

    State state(ProjectId project);

    /**
     * From the next round on one is trained; another wish ends the training of the former one.
     *
     * @param ways null for the usual ones
     * @param steps null for the usual number
     */
    void want(ProjectId project, List<String> ways, Integer steps);

    /** From the next round on none is. */
    void forget(ProjectId project);
}
