package org.doubtless.pool;

import org.doubtless.web.Problem;

/** The last image of a page, after which the next page begins. */
record PageMark(float key, long id) {
    private static final char SEPARATOR = '_';

    static PageMark read(String text, ImageOrder order) {
        try {
            int cut = text.indexOf(SEPARATOR);
            if (order.byScore()) {
                return new PageMark(Float.parseFloat(text.substring(0, cut)), Long.parseLong(text.substring(cut + 1)));
            }
            return new PageMark(0, Long.parseLong(text));
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            throw Problem.badRequest(
                    "bad_after", "'%s' is no place in this list. Send the 'next' of the page before.".formatted(text));
        }
    }

    String write(ImageOrder order) {
        return order.byScore() ? Float.toString(key) + SEPARATOR + id : Long.toString(id);
    }
}
