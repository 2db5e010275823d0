package org.doubtless.project;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.doubtless.web.Problem;

/** What the settings page was sent about automatic labels, word for word and in percent, and what is wrong with it, by field. */
record AutomaticForm(boolean on, String mostWrong, String auditShare, Map<String, String> errors) {
    static AutomaticForm of(AutomaticRule rule) {
        return new AutomaticForm(rule.on(), percent(rule.mostWrong()), percent(rule.auditShare()), Map.of());
    }

    static AutomaticForm sent(boolean on, String mostWrong, String auditShare) {
        Map<String, String> errors = new HashMap<>();
        check(errors, "most_wrong", () -> share(mostWrong, 0.1, 20));
        check(errors, "audit_share", () -> share(auditShare, 1, 50));
        return new AutomaticForm(on, mostWrong, auditShare, errors);
    }

    boolean right() {
        return errors.isEmpty();
    }

    /** The error of this field; empty where it is right. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    AutomaticRule rule() {
        return new AutomaticRule(on, share(mostWrong, 0.1, 20), share(auditShare, 1, 50));
    }

    private static void check(Map<String, String> errors, String field, Runnable read) {
        try {
            read.run();
        } catch (Problem problem) {
            errors.put(field, problem.detail());
        }
    }

    private static double share(String text, double least, double most) {
        try {
            double percent = Double.parseDouble(text == null ? "" : text.strip().replace(',', '.'));
            if (percent >= least && percent <= most) {
                return percent / 100;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw Problem.badRequest(
                "percent", "Give a percentage from %s to %s.".formatted(percent(least / 100), percent(most / 100)));
    }

    private static String percent(double share) {
        return new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(100 * share);
    }
}
