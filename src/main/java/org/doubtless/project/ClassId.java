package org.doubtless.project;

/** Identifies one class. */
public record ClassId(long value) {
    /** Reads the id from a path; anything but digits names nothing, and so reads as 0, which no row has. */
    public static ClassId fromString(String text) {
        return new ClassId(text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
