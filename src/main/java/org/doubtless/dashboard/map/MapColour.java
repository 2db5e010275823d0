package org.doubtless.dashboard.map;

import java.util.List;
import java.util.Locale;
import org.doubtless.web.Problem;

/** By what the images of a map are told apart. */
enum MapColour {
    /** Where the doubts send them; "none" is for those that are labelled or flagged. */
    ROUTE(
            "route_of('waiting', (side / 2)::real, (side % 2)::real, 0.5, 0.5)",
            "coalesce(route_of(i.state, s.epistemic, s.aleatoric, ?, ?), 'none')",
            "ask",
            "second_reader",
            "better_image",
            "automatic",
            "none"),
    /** What the model takes them for: the classes are the project's. */
    CLASS("prediction::text", "s.prediction::text"),
    /** What people say it is; "none" where they have not, or could not. */
    LABEL("'none'", "coalesce(i.class_id::text, 'none')", "none"),
    STATE("'waiting'", "i.state", "waiting", "automatic", "labelled", "cannot_tell", "flagged", "disagreement");

    private final String unanswered;
    private final String answered;
    private final List<String> kinds;

    MapColour(String unanswered, String answered, String... kinds) {
        this.unanswered = unanswered;
        this.answered = answered;
        this.kinds = List.of(kinds);
    }

    /** What images without an answer are, that have one prediction and lie on one side of each threshold. */
    String unanswered() {
        return unanswered;
    }

    /** What an image {@code i} with its score {@code s} is. */
    String answered() {
        return answered;
    }

    /** Besides the classes, where it tells them apart. */
    List<String> kinds() {
        return kinds;
    }

    boolean hasClasses() {
        return this == CLASS || this == LABEL;
    }

    static MapColour named(String name) {
        for (MapColour colour : values()) {
            if (colour.name().toLowerCase(Locale.ROOT).equals(name)) {
                return colour;
            }
        }
        throw Problem.badRequest(
                "unknown_colour", "A map is coloured by route, class, label or state, not by '%s'.".formatted(name));
    }
}
