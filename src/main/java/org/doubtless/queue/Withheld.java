package org.doubtless.queue;

import java.util.SplittableRandom;
import org.doubtless.project.Labelling;

/**
 * Whether an expert sees no suggestion with an image: on the control arm and in an audit always, because a suggestion would
 * bias the answers that everything is measured by; and on as many of the other images, drawn by chance, so that a missing
 * suggestion does not give the arm away.
 */
final class Withheld {
    private Withheld() {}

    static boolean is(ServedImage served, Labelling project) {
        if (served.control() || served.reason() == Reason.AUDIT) {
            return true;
        }
        double control = project.controlShare();
        // Of every image served a share c is control; c / (1 - c) of the others makes as many of them.
        double share = control / (1 - control);
        long key = project.seed() ^ (served.image().value() * 0x9E3779B97F4A7C15L);
        return new SplittableRandom(key).nextDouble() < share;
    }
}
