package org.doubtless.learning.acquisition;

import java.util.List;
import org.doubtless.learning.uncertainty.Doubt;

/**
 * The images that may be asked about, by row, and what is known of them.
 *
 * @param doubts what the model doubts of each of the N images
 * @param seed of all randomness of the choice
 */
public record Candidates(List<Doubt> doubts, long seed) {

    public Candidates {
        doubts = List.copyOf(doubts);
    }

    /** N, the number of images. */
    public int size() {
        return doubts.size();
    }
}
