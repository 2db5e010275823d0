package org.doubtless.learning.training;

import static java.util.Objects.requireNonNull;

import org.doubtless.learning.posterior.Architecture;
import org.doubtless.learning.posterior.PosteriorKind;

/**
 * What to train.
 *
 * @param architecture of each network
 * @param posterior how one network becomes many
 * @param members networks that the training leaves behind, at least 1
 */
public record ModelChoice(Architecture architecture, PosteriorKind posterior, int members) {

    private static final int MOST_MEMBERS = 1_000;

    public ModelChoice {
        requireNonNull(architecture, "architecture is null");
        requireNonNull(posterior, "posterior is null");
        if (members < 1 || members > MOST_MEMBERS) {
            throw new IllegalArgumentException(members + " networks: give 1 to " + MOST_MEMBERS);
        }
    }

    /** With as many networks as is usual for the posterior. */
    public static ModelChoice of(Architecture architecture, PosteriorKind posterior) {
        return new ModelChoice(architecture, posterior, posterior.defaultMembers());
    }

    /** One small network with MC dropout. */
    public static ModelChoice defaults() {
        return of(Architecture.SMALL, PosteriorKind.MC_DROPOUT);
    }
}
