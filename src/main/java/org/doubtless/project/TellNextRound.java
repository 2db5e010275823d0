package org.doubtless.project;

/** Says when a project's next round starts; the feature that starts rounds knows. */
public interface TellNextRound {
    /** One sentence or two, for a lead. */
    String sentence(Project project);
}
