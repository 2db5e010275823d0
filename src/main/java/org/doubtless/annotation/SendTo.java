package org.doubtless.annotation;

import java.util.Locale;
import org.doubtless.web.Problem;

/** Where a lead sends images on to. */
enum SendTo {
    /** To the front of the queue. */
    QUEUE,
    /** To a second reader, also where one person's answer was enough. */
    SECOND_READER,
    /** Out of the queue, as a lead's decision that nobody can tell from this picture. */
    BETTER_IMAGE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SendTo of(String word) {
        for (SendTo route : values()) {
            if (route.word().equals(word)) {
                return route;
            }
        }
        throw Problem.badRequest(
                "route", "Images are sent to queue, second_reader or better_image, not to '%s'.".formatted(word));
    }

    /** Whether it changes anything for an image that measures nothing. */
    boolean takes(ChosenImage image) {
        boolean waits = image.state().equals("waiting");
        return switch (this) {
            case QUEUE -> waits;
            case SECOND_READER ->
                !image.decided()
                        && (image.readers() == null || image.readers() < 2)
                        && (waits
                                || image.state().equals("labelled")
                                || image.state().equals("cannot_tell"));
            case BETTER_IMAGE -> waits || image.state().equals("disagreement");
        };
    }
}
