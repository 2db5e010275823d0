package org.doubtless.project;

import java.util.HashMap;
import java.util.Map;

/** What the settings page was sent about gold images and repeats, word for word, and what is wrong with it, by field. */
record ChecksForm(String gold, String repeats, String after, Map<String, String> errors) {
    static ChecksForm of(Checks checks) {
        return new ChecksForm(
                OverlapForm.number("0.###", 100 * checks.goldShare()),
                OverlapForm.number("0.###", 100 * checks.repeatShare()),
                Integer.toString(checks.repeatAfter()),
                Map.of());
    }

    static ChecksForm sent(String gold, String repeats, String after) {
        Map<String, String> errors = new HashMap<>();
        OverlapForm.check(errors, "gold_share", gold, 0, 30, "Give a percentage from 0 to 30.");
        OverlapForm.check(errors, "repeat_share", repeats, 0, 30, "Give a percentage from 0 to 30.");
        OverlapForm.check(errors, "repeat_after", after, 10, 10_000, "Give a whole number from 10 to 10,000.");
        if (!errors.containsKey("repeat_after") && OverlapForm.read(after) != Math.rint(OverlapForm.read(after))) {
            errors.put("repeat_after", "Give a whole number from 10 to 10,000.");
        }
        return new ChecksForm(gold, repeats, after, errors);
    }

    boolean right() {
        return errors.isEmpty();
    }

    /** The error of this field; empty where it is right. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    Checks checks() {
        return new Checks(OverlapForm.read(gold) / 100, OverlapForm.read(repeats) / 100, (int) OverlapForm.read(after));
    }
}
