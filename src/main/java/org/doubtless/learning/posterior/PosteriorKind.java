package org.doubtless.learning.posterior;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The ways to many networks instead of one, by the names that models are stored under. */
public enum PosteriorKind {
    /** One network, dropout left on: {@link McDropout}. */
    MC_DROPOUT("mc-dropout", 1, McDropout::draw),
    /** Networks trained on resampled labels, dropout off: {@link Ensemble}. */
    ENSEMBLE("ensemble", 5, Ensemble::draw),
    /** Networks trained on resampled labels, each with dropout left on. */
    ENSEMBLE_DROPOUT("ensemble-dropout", 5, McDropout::draw),
    /** Gaussians over the dense weights: {@link Variational}. Its training leaves means and deviations. */
    VARIATIONAL("variational", 1, Variational::draw),
    /** Networks met on a noisy walk through the weights; slow, and what the others are held against. */
    SGLD("sgld", 20, Ensemble::draw);

    private final String label;
    private final int members;
    private final Drawing drawing;

    private interface Drawing {
        Posterior draw(Network network, List<Weights> trained, int samples, long seed);
    }

    PosteriorKind(String label, int members, Drawing drawing) {
        this.label = label;
        this.members = members;
        this.drawing = drawing;
    }

    /** The name that people and stored models use. */
    public String label() {
        return label;
    }

    /** How many networks are trained for it where nobody says. */
    public int defaultMembers() {
        return members;
    }

    /**
     * Draws networks; close the posterior.
     *
     * @param trained what a training for this kind left
     * @param samples S, at least 1; an ensemble has no more networks than its members and draws at
     *     most these
     * @param seed the same seed draws the same networks
     * @throws IllegalArgumentException where the weights do not fit the network
     */
    public Posterior draw(Network network, List<Weights> trained, int samples, long seed) {
        return drawing.draw(network, trained, samples, seed);
    }

    /**
     * The kind of a name.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static PosteriorKind named(String label) {
        return Arrays.stream(values())
                .filter(each -> each.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no posterior \"" + label
                        + "\": choose one of "
                        + Arrays.stream(values()).map(PosteriorKind::label).collect(Collectors.joining(", "))));
    }
}
