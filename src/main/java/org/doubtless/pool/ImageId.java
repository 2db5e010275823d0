package org.doubtless.pool;

/** Identifies one image. */
public record ImageId(long value) {
    /** Reads the id from a path; anything but digits names nothing, and so reads as 0, which no row has. */
    public static ImageId fromString(String text) {
        return new ImageId(text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
