package org.doubtless.demo.pollen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpecimenTest {
    private static final int COUNT = 40_000;
    /** Five standard deviations of a share near 0.1 of that many. */
    private static final double TOLERANCE = 0.0075;

    private final List<Specimen> specimens = IntStream.range(0, COUNT)
            .mapToObj(index -> PollenSlides.specimen(7, index))
            .toList();

    @Test
    void everyKindHasItsShare() {
        for (Kind kind : Kind.values()) {
            long found = specimens.stream()
                    .filter(specimen -> specimen.kind() == kind)
                    .count();
            assertThat((double) found / COUNT).as("%s", kind).isCloseTo(kind.share(), within(TOLERANCE));
        }
    }

    @Test
    void everySpeciesHasItsShareAmongClearGrains() {
        List<Species> clear = specimens.stream()
                .filter(specimen -> specimen.kind() == Kind.CLEAR)
                .flatMap(specimen -> specimen.truth().stream())
                .toList();
        for (Species species : Species.values()) {
            long found = clear.stream().filter(species::equals).count();
            assertThat((double) found / clear.size()).as("%s", species).isCloseTo(species.share(), within(TOLERANCE));
        }
    }

    @Test
    void sharesAddUpToOneAndOnlyOneSpeciesIsRare() {
        assertThat(Arrays.stream(Species.values()).mapToDouble(Species::share).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(Arrays.stream(Kind.values()).mapToDouble(Kind::share).sum()).isCloseTo(1, within(1e-9));
        assertThat(Species.values())
                .filteredOn(species -> species.share() < 0.05)
                .containsExactly(Species.MUGWORT);
    }

    @Test
    void aGrainBetweenHasTwoDifferentSpeciesAndDebrisHasNone() {
        assertThat(specimens).allSatisfy(specimen -> {
            assertThat(specimen.truth().isEmpty()).isEqualTo(specimen.kind() == Kind.DEBRIS);
            assertThat(specimen.other().isPresent()).isEqualTo(specimen.kind() == Kind.BETWEEN);
            assertThat(specimen.other()).isNotEqualTo(specimen.kind() == Kind.BETWEEN ? specimen.truth() : null);
        });
    }
}
