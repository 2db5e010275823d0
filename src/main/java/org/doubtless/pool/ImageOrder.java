package org.doubtless.pool;

import java.util.Locale;
import org.doubtless.web.Problem;

/** In which order a page of images comes; among equals, the id decides. */
public enum ImageOrder {
    ID(null),
    NEWEST(null),
    /** Highest model doubt first; what is not scored comes last. */
    MODEL("s.epistemic"),
    /** Highest data doubt first. */
    DATA("s.aleatoric");

    private final String score;

    ImageOrder(String score) {
        this.score = score;
    }

    /** The column that orders; null where it is the id. */
    String score() {
        return score;
    }

    boolean byScore() {
        return score != null;
    }

    static ImageOrder named(String name) {
        for (ImageOrder order : values()) {
            if (name == null
                    ? order == ID
                    : order.name().toLowerCase(Locale.ROOT).equals(name)) {
                return order;
            }
        }
        throw Problem.badRequest(
                "unknown_order", "'%s' is no order of images. Use id, newest, model or data.".formatted(name));
    }
}
