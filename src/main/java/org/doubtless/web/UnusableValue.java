package org.doubtless.web;

import java.sql.SQLException;
import java.util.Objects;

/** Recognises that a caller sent what the database has no place for, wherever that hides in a chain of causes. */
final class UnusableValue {
    private UnusableValue() {}

    /** The problem to answer with, or null when the failure is another one. */
    static Problem in(Throwable failure) {
        return Causes.of(failure)
                .filter(SQLException.class::isInstance)
                .map(cause -> of(String.valueOf(((SQLException) cause).getSQLState())))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Problem of(String state) {
        return switch (state) {
            // The second of them within JSON.
            case "22021", "22P05" ->
                Problem.badRequest(
                        "unusable_character",
                        "The request holds a character that no text here can have, such as U+0000. Remove it and send the request again.");
            case "22008" ->
                Problem.badRequest(
                        "unusable_date",
                        "The request names a date that no calendar here has. Give one between the years 1 and 9999.");
            default -> null;
        };
    }
}
