package org.doubtless.account;

/** Identifies one API token; it is not the token. */
public record TokenId(long value) {
    /** Reads the id from a path; anything but digits names nothing, and so reads as 0, which no row has. */
    public static TokenId fromString(String text) {
        return new TokenId(text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
