package org.doubtless.project;

/**
 * How often people are asked to measure themselves, without their knowing when.
 *
 * @param goldShare of the images served this share has an answer that a lead knows
 * @param repeatShare of the images served this share was answered by the same person before
 * @param repeatAfter so many other answers lie between an answer and its repeat, at least
 */
public record Checks(double goldShare, double repeatShare, int repeatAfter) {
    public static final Checks NONE = new Checks(0, 0, 50);

    public Checks {
        ProjectSettings.require(goldShare >= 0 && goldShare <= 0.3, "goldShare", goldShare, "from 0 to 0.3");
        ProjectSettings.require(repeatShare >= 0 && repeatShare <= 0.3, "repeatShare", repeatShare, "from 0 to 0.3");
        ProjectSettings.require(
                repeatAfter >= 10 && repeatAfter <= 10_000, "repeatAfter", repeatAfter, "from 10 to 10000");
    }

    public double share() {
        return goldShare + repeatShare;
    }

    public boolean on() {
        return share() > 0;
    }
}
