package org.doubtless.model;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model held against another one on the same control images, as it is stored in its metrics.
 *
 * @param with the other one's number
 * @param images the control images that both have scored
 * @param right how many of them the model gets right, and the other one
 * @param onlyThis images that it alone gets right, and {@code onlyOther} the other one alone
 * @param difference of the accuracies, 0.01 being a point, with its limits
 */
public record Comparison(
        int with,
        int images,
        int right,
        int otherRight,
        int onlyThis,
        int onlyOther,
        double difference,
        double low,
        double high) {

    /** Five lost and none won are the least that shows: of fewer images than these that is more than 10 points. */
    private static final int ENOUGH = 50;

    /** Whether it is worse beyond the interval, and so not published by itself. */
    public boolean isWorse() {
        return high < 0;
    }

    public boolean isBetter() {
        return low > 0;
    }

    double accuracy() {
        return right / (double) images;
    }

    double otherAccuracy() {
        return otherRight / (double) images;
    }

    /** What came of it, for a person. */
    public String sentence() {
        String figures =
                "%s of the same %,d control images against %s of model %d (%s points, %s to %s; each limit 90 %% certain)"
                        .formatted(
                                percent(accuracy()),
                                images,
                                percent(otherAccuracy()),
                                with,
                                points(difference),
                                points(low),
                                points(high));
        if (isWorse()) {
            return "It is right on " + figures + ": worse beyond what chance explains.";
        }
        return "It is right on " + figures
                + (isBetter()
                        ? ": better beyond what chance explains."
                        : ": no difference beyond what chance explains.")
                + (images < ENOUGH
                        ? " Fewer than %d control images do not show a loss of less than 10 points.".formatted(ENOUGH)
                        : "");
    }

    /** The same for those who must not know how many control images there are. */
    public static String blindSentence(Object with, boolean worse, boolean better) {
        String how = worse ? "worse than model %s" : better ? "better than model %s" : "no different from model %s";
        return "On the control images it is " + how.formatted(with) + ", beyond what chance explains.";
    }

    /** As JSON. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new TreeMap<>();
        map.put("with", with);
        map.put("images", images);
        map.put("right", right);
        map.put("otherRight", otherRight);
        map.put("onlyThis", onlyThis);
        map.put("onlyOther", onlyOther);
        map.put("difference", difference);
        map.put("low", low);
        map.put("high", high);
        map.put("sentence", sentence());
        return map;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String points(double difference) {
        return String.format(Locale.ROOT, "%+.1f", 100 * difference).replace("-", "−");
    }
}
