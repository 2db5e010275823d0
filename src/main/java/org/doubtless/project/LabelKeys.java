package org.doubtless.project;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Gives the keys that choose the classes on the labelling page. A class whose name is itself a key has that key, so
 * that nobody presses 8 for the digit 7; the others have those that are left, in the order of the classes.
 */
final class LabelKeys {
    /** Digits first, then letters row by row, without those the page uses itself: u, f, w, p, b, c, i and g. */
    private static final Set<String> ALL = new LinkedHashSet<>(Arrays.asList("1234567890qertyoasdhjklzxvnm".split("")));

    private LabelKeys() {}

    /** The keys of these classes, in the same order; null where the keyboard has none left. */
    static List<String> of(List<String> names) {
        List<String> keys = new ArrayList<>();
        Deque<String> left = new ArrayDeque<>(ALL);
        for (String name : names) {
            String own = name.toLowerCase(Locale.ROOT);
            keys.add(left.remove(own) ? own : null);
        }
        keys.replaceAll(key -> key == null ? left.poll() : key);
        return keys;
    }
}
