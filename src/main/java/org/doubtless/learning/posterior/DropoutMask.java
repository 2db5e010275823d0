package org.doubtless.learning.posterior;

import java.util.SplittableRandom;

/** Which numbers dropout keeps, drawn from a generator of the job's own: torch's is shared by the process. */
public final class DropoutMask {

    private DropoutMask() {}

    /**
     * Inverted dropout: 0 with probability {@code rate}, else 1/(1 - rate), so that the mean is 1.
     *
     * @param rate 0 to 1, 1 not included
     */
    public static float[] draw(int size, double rate, SplittableRandom random) {
        float kept = (float) (1 / (1 - rate));
        float[] mask = new float[size];
        for (int i = 0; i < size; i++) {
            mask[i] = random.nextDouble() < rate ? 0 : kept;
        }
        return mask;
    }
}
