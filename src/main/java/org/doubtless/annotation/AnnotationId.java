package org.doubtless.annotation;

/** Identifies one annotation. */
public record AnnotationId(long value) {
    /** Reads the id from a path; anything but digits names nothing, and so reads as 0, which no row has. */
    public static AnnotationId fromString(String text) {
        return new AnnotationId(text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
