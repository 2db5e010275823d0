package org.doubtless.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence of the catalogue with places for what changes. It is held against a text from its beginning to its end and never
 * goes back, so that the time grows with the length alone: in a problem's words stands what somebody sent, and a regular
 * expression with several places takes the third power of it.
 */
final class SentencePattern {
    private static final Pattern CHANGES = Pattern.compile("\\{([#*]?)}");
    private static final String NUMBER = "0123456789.,+−";

    /** What stands before, between and behind the places. */
    private final List<String> fixed = new ArrayList<>();

    private final List<String> kinds = new ArrayList<>();

    SentencePattern(String english) {
        Matcher place = CHANGES.matcher(english);
        int from = 0;
        while (place.find()) {
            fixed.add(english.substring(from, place.start()));
            kinds.add(place.group(1));
            from = place.end();
        }
        fixed.add(english.substring(from));
    }

    /** What each place is for: a name where empty, # for a number, * for a phrase. */
    List<String> kinds() {
        return kinds;
    }

    /** How many letters are its own. */
    int letters() {
        return fixed.stream().mapToInt(String::length).sum();
    }

    /** What stands in the places; null where the text is another sentence. */
    List<String> match(String text) {
        String[] found = new String[kinds.size()];
        int at = stretch(text, 0, 0, found);
        int place = nextName(0);
        while (at >= 0 && place < kinds.size()) {
            int next = nextName(place + 1);
            boolean last = next == kinds.size();
            int begin = at;
            at = -1;
            // The first stretch that fits will do: what follows a name may as well stand farther back.
            for (int start = begin + 1; start <= text.length() && at < 0; start++) {
                start = text.indexOf(fixed.get(place + 1), start);
                if (start < 0) {
                    return null;
                }
                int end = stretch(text, start, place + 1, found);
                if (end >= 0 && (!last || end == text.length())) {
                    found[place] = text.substring(begin, start);
                    at = end;
                }
            }
            place = next;
        }
        return at == text.length() ? Arrays.asList(found) : null;
    }

    private int nextName(int from) {
        int place = from;
        while (place < kinds.size() && kinds.get(place).equals("#")) {
            place++;
        }
        return place;
    }

    /** Takes fixed words and the numbers after them, up to the next name or phrase; -1 where they do not stand here. */
    private int stretch(String text, int from, int words, String... found) {
        if (!text.startsWith(fixed.get(words), from)) {
            return -1;
        }
        int at = from + fixed.get(words).length();
        for (int place = words; place < kinds.size() && kinds.get(place).equals("#"); place++) {
            String behind = fixed.get(place + 1);
            int end = at;
            while (end < text.length() && NUMBER.indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            // A full stop may be the number's last sign or the sentence's.
            while (end > at && !text.startsWith(behind, end)) {
                end--;
            }
            if (end == at) {
                return -1;
            }
            found[place] = text.substring(at, end);
            at = end + behind.length();
        }
        return at;
    }
}
