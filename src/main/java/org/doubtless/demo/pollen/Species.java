package org.doubtless.demo.pollen;

import java.util.SplittableRandom;

/** What a grain can be. The shares are unequal as on a real trap, and Mugwort is rare. */
public enum Species {
    BIRCH("Birch", 0.17),
    ALDER("Alder", 0.11),
    HAZEL("Hazel", 0.10),
    OAK("Oak", 0.12),
    ASH("Ash", 0.085),
    PINE("Pine", 0.12),
    GRASS("Grass", 0.15),
    PLANTAIN("Plantain", 0.065),
    MUGWORT("Mugwort", 0.015),
    NETTLE("Nettle", 0.065);

    private final String label;
    private final double share;

    Species(String label, double share) {
        this.label = label;
        this.share = share;
    }

    /** The class name that people read and choose. */
    public String label() {
        return label;
    }

    /** The part of all grains that is of this species; the shares add up to one. */
    public double share() {
        return share;
    }

    static Species pick(SplittableRandom random) {
        double left = random.nextDouble();
        for (Species species : values()) {
            left -= species.share;
            if (left < 0) {
                return species;
            }
        }
        return NETTLE;
    }
}
