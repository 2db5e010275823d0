package org.doubtless.web;

/** Checks a line of text that a person or a program gave: not blank, not too long, no control characters. */
public final class OneLine {
    private OneLine() {}

    /** The text without surrounding space; {@code what} names it in the problem, for instance "The project's name". */
    public static String of(String what, String text, int max) {
        String line = text == null ? "" : text.strip();
        if (line.isEmpty()) {
            throw Problem.badRequest("blank", what + " is empty. Give it at least one letter.");
        }
        if (line.length() > max) {
            throw Problem.badRequest(
                    "too_long", "%s has %d characters; at most %d fit.".formatted(what, line.length(), max));
        }
        if (line.chars().anyMatch(Character::isISOControl)) {
            throw Problem.badRequest(
                    "control_character", what + " contains a line break or another control character. Remove it.");
        }
        return line;
    }
}
