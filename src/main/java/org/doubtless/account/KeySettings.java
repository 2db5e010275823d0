package org.doubtless.account;

import java.util.List;
import java.util.Map;
import org.doubtless.web.Problem;

/**
 * Which keys a person gave to what the labelling page does. What the names mean is the page's affair; here they are only
 * kept within bounds.
 *
 * @param preset the program whose keys are the ground for the rest
 * @param actions keys in place of the preset's; an empty list leaves an action without one
 * @param labels the keys of labels, by their names; an empty word leaves one without
 * @param oneKey whether the key of a label answers at once
 * @param singleKeys whether keys that write a sign do anything at all
 */
record KeySettings(
        String preset,
        Map<String, List<String>> actions,
        Map<String, String> labels,
        Boolean oneKey,
        Boolean singleKeys) {
    static final KeySettings USUAL = new KeySettings(null, null, null, null, null);

    private static final int MOST_ACTIONS = 100;
    private static final int MOST_LABELS = 5000;
    private static final int MOST_KEYS_EACH = 8;
    private static final int LONGEST_KEY = 40;
    private static final int LONGEST_NAME = 400;

    KeySettings {
        preset = preset == null ? "doubtless" : preset;
        actions = actions == null ? Map.of() : actions;
        labels = labels == null ? Map.of() : labels;
        oneKey = oneKey == null || oneKey;
        singleKeys = singleKeys == null || singleKeys;
        check(preset.length() <= LONGEST_KEY && actions.size() <= MOST_ACTIONS && labels.size() <= MOST_LABELS);
        actions.forEach((name, keys) -> {
            check(isShort(name, LONGEST_KEY) && keys != null && keys.size() <= MOST_KEYS_EACH);
            keys.forEach(key -> check(isShort(key, LONGEST_KEY)));
        });
        labels.forEach((name, key) -> check(isShort(name, LONGEST_NAME) && isShort(key, LONGEST_KEY)));
    }

    private static boolean isShort(String text, int most) {
        return text != null && text.length() <= most;
    }

    private static void check(boolean within) {
        if (!within) {
            throw Problem.badRequest(
                    "keys",
                    "These keys are not taken: at most %d actions with %d keys each and %d labels, a key of at most %d letters."
                            .formatted(MOST_ACTIONS, MOST_KEYS_EACH, MOST_LABELS, LONGEST_KEY));
        }
    }
}
