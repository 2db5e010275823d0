package org.doubtless.project;

/** Says what came of a project's rule for automatic labels; the feature that applies it knows. */
public interface TellAutomaticLabels {
    /**
     * Where the rule stands.
     *
     * @param sentence one or some, for a lead
     * @param images that have an automatic label now
     */
    record State(String sentence, long images) {}

    State state(ProjectId project);

    /** Whether an audit contradicts that at most this share of such labels is wrong, in a project with a rule. */
    boolean isContradicted(ProjectId project, double mostWrong);
}
