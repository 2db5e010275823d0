package org.doubtless.demo;

import java.util.Optional;
import java.util.SplittableRandom;
import org.doubtless.demo.pollen.PollenSlides;
import org.doubtless.demo.pollen.PollenSlides.Truth;
import org.doubtless.demo.pollen.Species;

/** What the oracle says of a drawn image: as unsure where the image is unclear as a good expert would be. */
final class OracleAnswer {
    // Kept apart from the numbers that draw the image.
    private static final long PURPOSE = 0x6F7261636C65L;

    private OracleAnswer() {}

    /** Its answer, always the same for the same image; empty for "cannot tell". */
    static Optional<Species> of(long seed, int index) {
        Truth truth = PollenSlides.truth(seed, index);
        SplittableRandom random = new SplittableRandom(seed * 31 + index ^ PURPOSE);
        double dice = random.nextDouble();
        return switch (truth.kind()) {
            case CLEAR -> truth.species();
            // Half the time an expert gives up; else the guess is right two times in three.
            case OUT_OF_FOCUS ->
                dice < 0.5
                        ? Optional.empty()
                        : dice < 0.83
                                ? truth.species()
                                : Optional.of(Species.values()[random.nextInt(Species.values().length)]);
            case BETWEEN -> dice < 0.2 ? Optional.empty() : dice < 0.6 ? truth.species() : truth.other();
            case DEBRIS -> Optional.empty();
        };
    }
}
