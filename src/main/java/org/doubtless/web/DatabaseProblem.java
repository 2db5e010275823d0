package org.doubtless.web;

import java.sql.SQLException;
import java.util.Objects;

/** Recognises that the database is away or full, wherever that hides in a chain of causes. */
public final class DatabaseProblem {
    private DatabaseProblem() {}

    /** The problem to answer with, or null when the failure is another one. */
    public static Problem in(Throwable failure) {
        return Causes.of(failure)
                .filter(SQLException.class::isInstance)
                .map(cause -> of((SQLException) cause))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Problem of(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String message = e.getMessage() == null ? "" : e.getMessage();
        if (state.equals("53100")) {
            return new Problem(
                    507,
                    "disk_full",
                    "The disk is full",
                    "The database's disk is full; nothing of this request was kept. Free space, then try again.");
        }
        boolean away = state.startsWith("08")
                || state.startsWith("57P")
                || state.equals("53300")
                || message.contains("Acquisition timeout")
                || message.contains("Sorry, acquisition timeout");
        return away
                ? Problem.unavailable("The database does not answer; nothing of this request was kept. It is safe to"
                        + " send the same request again in a few seconds.")
                : null;
    }
}
