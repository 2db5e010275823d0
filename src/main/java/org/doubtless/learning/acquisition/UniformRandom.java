package org.doubtless.learning.acquisition;

import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;

/** Asks in random order: the measure of every other function. Scores are uniform in [0,1). */
public record UniformRandom() implements AcquisitionFunction {

    @Override
    public String name() {
        return "random";
    }

    @Override
    public Set<Candidates.Part> needs() {
        return EnumSet.noneOf(Candidates.Part.class);
    }

    @Override
    public double[] score(Candidates candidates) {
        return new SplittableRandom(candidates.seed())
                .doubles(candidates.size())
                .toArray();
    }
}
