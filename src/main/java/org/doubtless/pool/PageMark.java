package org.doubtless.pool;

import java.util.Optional;
import org.doubtless.web.Problem;

/**
 * The last image of a page, after which the next page begins.
 *
 * @param score by which the list is ordered; empty in lists ordered by id, and for an image that is not scored
 */
record PageMark(Optional<Float> score, long id) {
    private static final char SEPARATOR = '_';

    static PageMark of(ImageRow last, ImageOrder order) {
        Float score =
                switch (order) {
                    case MODEL -> last.model();
                    case DATA -> last.data();
                    case ID, NEWEST -> null;
                };
        return new PageMark(Optional.ofNullable(score), last.id());
    }

    static PageMark read(String text) {
        try {
            int cut = text.indexOf(SEPARATOR);
            return cut < 0
                    ? new PageMark(Optional.empty(), Long.parseLong(text))
                    : new PageMark(
                            Optional.of(Float.valueOf(text.substring(0, cut))),
                            Long.parseLong(text.substring(cut + 1)));
        } catch (NumberFormatException e) {
            throw Problem.badRequest(
                    "bad_after", "'%s' is no place in this list. Send the 'next' of the page before.".formatted(text));
        }
    }

    String write() {
        return score.map(value -> Float.toString(value) + SEPARATOR).orElse("") + id;
    }
}
