package org.doubtless.annotation;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.doubtless.pool.ImageId;
import org.doubtless.web.Problem;

/**
 * One answer as it comes from a page or a program.
 *
 * @param clientKey made by the sender, once per answer: the same key twice is the same annotation
 * @param corrects the key of the same person's answer that this one stands in for, or null
 * @param milliseconds time from the image's appearance to the answer, or null
 * @param shown how the image was shown
 */
record Answer(
        ImageId image,
        AnnotationOutcome outcome,
        String note,
        String clientKey,
        String corrects,
        Integer milliseconds,
        Shown shown) {
    private static final Pattern CLIENT_KEY = Pattern.compile("[A-Za-z0-9.:_-]{1,100}");
    private static final int LONGEST_NOTE = 2000;
    private static final int DAY = 24 * 60 * 60 * 1000;

    Answer {
        Objects.requireNonNull(image, "image is null");
        Objects.requireNonNull(outcome, "outcome is null");
        Objects.requireNonNull(shown, "shown is null");
        if (clientKey == null || !CLIENT_KEY.matcher(clientKey).matches()) {
            throw Problem.badRequest(
                    "client_key",
                    "The answer for image " + image + " has no usable clientKey. Send 1 to 100 letters, digits or .:_-,"
                            + " a new key for each answer; a UUID is right.");
        }
        if (milliseconds != null && (milliseconds < 0 || milliseconds > DAY)) {
            throw Problem.badRequest(
                    "milliseconds",
                    "The answer for image " + image + " claims to have taken " + milliseconds
                            + " ms. Send the time from 0 to " + DAY + ", or leave it out.");
        }
        if (note != null && note.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
            throw Problem.badRequest(
                    "note",
                    "The note on image " + image + " has control characters; send plain text with line breaks.");
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Problem.badRequest(
                    "note",
                    "The note on image " + image + " has " + note.length() + " characters; shorten it to "
                            + LONGEST_NOTE + ".");
        }
    }

    /** Sorted by their images, of which each may be there once. */
    static List<Answer> inOrderOfImages(List<Answer> answers) {
        Set<ImageId> seen = new HashSet<>();
        for (Answer answer : answers) {
            if (!seen.add(answer.image())) {
                throw Problem.badRequest(
                        "image", "Image " + answer.image() + " is answered twice in one call. Answer each image once.");
            }
        }
        return answers.stream()
                .sorted(Comparator.comparingLong(answer -> answer.image().value()))
                .toList();
    }
}
