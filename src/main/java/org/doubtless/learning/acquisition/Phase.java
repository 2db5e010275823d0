package org.doubtless.learning.acquisition;

import java.util.HashSet;
import java.util.Set;

/** What the labels so far call for; a function of the labels alone, in the order in which they came. */
public enum Phase {

    /** Too few labels for a model: ask about typical images. */
    COLD,
    /** Classes are still turning up, or only one has: look everywhere. */
    DISCOVERY,
    /** So many labels in a row brought no new class that all are taken to be known; more where one is known to be missing. */
    REFINEMENT;

    private static final int FEWEST_COLD = 10;
    private static final int MOST_COLD = 50;
    private static final int QUIET = 15;
    // A class that the project names and nobody has met is more likely rare than absent.
    private static final int QUIET_WHILE_ONE_IS_MISSING = 60;

    /** How many typical images begin a project: about one a class, but 10 to 50. */
    public static int coldLabels(int classes) {
        return Math.max(FEWEST_COLD, Math.min(MOST_COLD, classes));
    }

    /**
     * The phase after these labels.
     *
     * @param classes C, how many classes the project has
     * @param labels in the order in which they were given
     */
    public static Phase after(int classes, int... labels) {
        if (labels.length < coldLabels(classes)) {
            return COLD;
        }
        Set<Integer> seen = new HashSet<>();
        int quiet = 0;
        for (int label : labels) {
            quiet = seen.add(label) ? 0 : quiet + 1;
            int enough = seen.size() < classes ? QUIET_WHILE_ONE_IS_MISSING : QUIET;
            if (quiet >= enough && seen.size() > 1) {
                return REFINEMENT;
            }
        }
        return DISCOVERY;
    }
}
