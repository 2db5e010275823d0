package org.doubtless.learning.acquisition;

import java.util.SplittableRandom;

/**
 * BALD for whole batches: draws images with a probability that grows with their mutual information.
 *
 * <p>Score = {@code power * log I + g}, g standard Gumbel noise of the seed. By the Gumbel-top-k
 * identity the b highest scores are b draws without replacement with {@code p ~ I^power}, which
 * spreads a batch over the doubtful regions instead of taking the same one b times. Kirsch et al.
 * 2021, "Stochastic batch acquisition". Images without any mutual information come last.
 *
 * @param power how much doubt counts over chance, above 0; 1 is the paper's choice, large is BALD
 */
public record PowerBald(double power) implements AcquisitionFunction {

    // Far below the mutual information of any image worth asking about, and its log is finite.
    private static final double NEXT_TO_NOTHING = 1e-12;
    // More than any two draws of the noise differ by, which lies between -7 and 709.
    private static final double BEYOND_CHANCE = 1e3;

    public PowerBald {
        if (!(power > 0) || Double.isInfinite(power)) {
            throw new IllegalArgumentException("power is " + power + ": give a finite number above 0");
        }
    }

    @Override
    public String name() {
        return "power-bald";
    }

    @Override
    public double[] score(Candidates candidates) {
        SplittableRandom random = new SplittableRandom(candidates.seed());
        return candidates.doubts().stream()
                .mapToDouble(doubt -> strength(doubt.epistemic()) + gumbel(random))
                .toArray();
    }

    private double strength(double information) {
        double least = power * Math.log(NEXT_TO_NOTHING);
        return information < NEXT_TO_NOTHING ? least - BEYOND_CHANCE : power * Math.log(information);
    }

    private static double gumbel(SplittableRandom random) {
        // 1 - u lies in (0,1], and the bound keeps the inner logarithm off 0.
        double exponential = -Math.log(1 - random.nextDouble());
        return -Math.log(Math.max(exponential, Double.MIN_NORMAL));
    }
}
