package org.doubtless.dashboard;

import java.util.Locale;

/** Writes numbers as every page writes them: 1,640; 91.5 %; 2 h 54 min; 86.2 to 94.8. */
final class Figures {
    private Figures() {}

    static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** For instance "1 image" or "12,480 images". */
    static String counted(long number, String one) {
        return counted(number, one, one + "s");
    }

    static String counted(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    static String percent(double share) {
        return String.format(Locale.ENGLISH, "%.1f\u00a0%%", 100 * share);
    }

    static String range(double low, double high) {
        return String.format(Locale.ENGLISH, "%.1f to %.1f", 100 * low, 100 * high);
    }

    static String time(double minutes) {
        long whole = Math.round(minutes);
        if (whole == 0 && minutes > 0) {
            return "under 1 min";
        }
        return whole < 60 ? whole + " min" : String.format(Locale.ENGLISH, "%d h %02d min", whole / 60, whole % 60);
    }
}
