package org.doubtless.project;

/**
 * One of the classes among which the experts choose.
 *
 * @param key the key that chooses it on the labelling page; null when the keyboard has none left
 */
public record LabelClass(ClassId id, int position, String name, String key) {
    /** Digits first, then letters row by row, without those the page uses itself: u, f, w, p, b and c. */
    private static final String KEYS = "1234567890qertyioasdghjklzxvnm";

    static String key(int position) {
        return position < KEYS.length() ? KEYS.substring(position, position + 1) : null;
    }
}
