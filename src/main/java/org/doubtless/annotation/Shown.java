package org.doubtless.annotation;

import java.util.Locale;
import org.doubtless.web.Problem;

/** How an image was shown to the person who answered it. */
enum Shown {
    /** By itself, on the desk or by a program. */
    ALONE,
    /** Among images that a model takes for one class. */
    GRID,
    /** Among others of the pool. */
    POOL;

    /** The word used in the database and in the API. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a page or a program says; nothing means that the image was shown by itself. */
    static Shown of(String word) {
        if (word == null) {
            return ALONE;
        }
        for (Shown shown : values()) {
            if (shown.word().equals(word)) {
                return shown;
            }
        }
        throw Problem.badRequest(
                "shown",
                "An image is shown alone, in a grid or in the pool, not '" + word
                        + "'. Send alone, grid or pool, or leave it out.");
    }
}
