package org.doubtless.project;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What the settings page was sent about several readers, word for word, and what is wrong with it, by field. */
record OverlapForm(String readers, String images, String share, Map<String, String> errors) {
    static OverlapForm of(Overlap overlap) {
        return new OverlapForm(
                Integer.toString(overlap.readers()),
                overlap.images().word(),
                number("0.###", 100 * overlap.share()),
                Map.of());
    }

    static OverlapForm sent(String readers, String images, String share) {
        Map<String, String> errors = new HashMap<>();
        check(errors, "overlap", readers, 1, 9, "Give a whole number from 1 to 9.");
        if (!errors.containsKey("overlap") && read(readers) != Math.rint(read(readers))) {
            errors.put("overlap", "Give a whole number from 1 to 9.");
        }
        // What is not chosen keeps what it was, however it reads.
        if ("share".equals(images)) {
            check(errors, "overlap_share", share, 1, 100, "Give a percentage from 1 to 100.");
        }
        return new OverlapForm(readers, images, share, errors);
    }

    boolean right() {
        return errors.isEmpty();
    }

    /** The error of this field; empty where it is right. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    public boolean chosen(String word) {
        return word.equals(images);
    }

    Overlap over(Overlap base) {
        Overlap.For chosen = images == null ? Overlap.For.ALL : Overlap.For.of(images);
        return new Overlap((int) read(readers), chosen, chosen == Overlap.For.SHARE ? read(share) / 100 : base.share());
    }

    static void check(
            Map<String, String> errors, String field, String text, double least, double most, String message) {
        double number = read(text);
        if (!(number >= least && number <= most)) {
            errors.put(field, message);
        }
    }

    static double read(String text) {
        try {
            return Double.parseDouble(text == null ? "" : text.strip().replace(',', '.'));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    static String number(String pattern, double value) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(value);
    }
}
