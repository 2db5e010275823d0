package org.doubtless.demo.pollen;

import static org.doubtless.demo.pollen.Species.ALDER;
import static org.doubtless.demo.pollen.Species.ASH;
import static org.doubtless.demo.pollen.Species.BIRCH;
import static org.doubtless.demo.pollen.Species.GRASS;
import static org.doubtless.demo.pollen.Species.HAZEL;
import static org.doubtless.demo.pollen.Species.MUGWORT;
import static org.doubtless.demo.pollen.Species.NETTLE;
import static org.doubtless.demo.pollen.Species.OAK;
import static org.doubtless.demo.pollen.Species.PLANTAIN;

import java.util.List;
import java.util.SplittableRandom;

/** Two species that even experts take for each other; pine with its bladders has no such neighbour. */
record Lookalikes(Species first, Species second) {
    private static final List<Lookalikes> PAIRS = List.of(
            new Lookalikes(BIRCH, HAZEL),
            new Lookalikes(BIRCH, ALDER),
            new Lookalikes(HAZEL, NETTLE),
            new Lookalikes(OAK, ASH),
            new Lookalikes(OAK, MUGWORT),
            new Lookalikes(GRASS, PLANTAIN));

    private Lookalikes turned() {
        return new Lookalikes(/* first= */ second, /* second= */ first);
    }

    static Lookalikes pick(SplittableRandom random) {
        Lookalikes pair = PAIRS.get(random.nextInt(PAIRS.size()));
        return random.nextBoolean() ? pair : pair.turned();
    }
}
