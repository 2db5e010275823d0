package org.doubtless.pool;

import java.util.Locale;
import org.doubtless.web.Problem;

/** In which order a page of images comes; each is a key and, among equals, the id. */
public enum ImageOrder {
    ID("i.id", true),
    NEWEST("i.id", false),
    /** Highest model doubt first; what is not scored comes last. */
    MODEL("coalesce(s.epistemic, -1)", false),
    /** Highest data doubt first. */
    DATA("coalesce(s.aleatoric, -1)", false);

    private final String key;
    private final boolean ascending;

    ImageOrder(String key, boolean ascending) {
        this.key = key;
        this.ascending = ascending;
    }

    String key() {
        return key;
    }

    boolean ascending() {
        return ascending;
    }

    boolean byScore() {
        return this == MODEL || this == DATA;
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
