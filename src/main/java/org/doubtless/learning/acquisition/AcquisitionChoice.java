package org.doubtless.learning.acquisition;

import java.util.List;
import java.util.stream.Collectors;

/** The acquisition functions by name, each with its usual settings. */
public final class AcquisitionChoice {

    private AcquisitionChoice() {}

    /** All of them, the simplest first. */
    public static List<AcquisitionFunction> all() {
        return List.of(
                new UniformRandom(),
                ByDoubt.ENTROPY,
                ByDoubt.VARIATION_RATIO,
                ByDoubt.MARGIN,
                ByDoubt.LEAST_CONFIDENCE,
                ByDoubt.MEAN_STANDARD_DEVIATION,
                new Bald(),
                new PowerBald(1),
                BatchBald.usual(),
                Epig.usual(),
                new CoreSet(),
                new TypiClust(),
                new Badge());
    }

    /** Their names. */
    public static List<String> names() {
        return all().stream().map(AcquisitionFunction::name).toList();
    }

    /**
     * The function of that name.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static AcquisitionFunction named(String name) {
        return all().stream()
                .filter(function -> function.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no acquisition function \"" + name
                        + "\": choose one of " + names().stream().collect(Collectors.joining(", "))));
    }
}
