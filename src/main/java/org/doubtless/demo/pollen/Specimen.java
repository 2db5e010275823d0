package org.doubtless.demo.pollen;

import java.util.Optional;
import java.util.SplittableRandom;

/** What an image is going to show, chosen before anything is drawn. */
record Specimen(Kind kind, Optional<Species> truth, Optional<Species> other) {
    static Specimen pick(SplittableRandom random) {
        Kind kind = Kind.pick(random);
        return switch (kind) {
            case CLEAR, OUT_OF_FOCUS -> new Specimen(kind, Optional.of(Species.pick(random)), Optional.empty());
            case BETWEEN -> {
                Lookalikes pair = Lookalikes.pick(random);
                yield new Specimen(kind, Optional.of(pair.first()), Optional.of(pair.second()));
            }
            case DEBRIS -> new Specimen(kind, Optional.empty(), Optional.empty());
        };
    }

    void lay(Slide slide, SplittableRandom random) {
        if (truth.isEmpty()) {
            Stranger.lay(slide, random);
            return;
        }
        Anatomy anatomy = other.map(second -> Anatomy.between(truth.get(), second, random))
                .orElseGet(() -> Anatomy.grow(truth.get(), random));
        Grain.lay(anatomy, slide, random);
    }
}
