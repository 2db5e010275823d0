package org.doubtless.web;

import java.io.IOException;
import java.util.List;

/** Recognises that the server's own disk is full, as the operating system words it. */
final class DiskProblem {
    private static final List<String> WORDS = List.of(
            "No space left on device", "Disk quota exceeded", "There is not enough space on the disk", "disk is full");

    private DiskProblem() {}

    /** The problem to answer with, or null when the failure is another one. */
    static Problem in(Throwable failure) {
        return Causes.of(failure).noneMatch(DiskProblem::isFull)
                ? null
                : new Problem(
                        507,
                        "disk_full",
                        "The disk is full",
                        "The server's disk is full; nothing of this request was kept. Free space in its data folder, then"
                                + " send it again.");
    }

    private static boolean isFull(Throwable cause) {
        String message = cause instanceof IOException ? cause.getMessage() : null;
        return message != null && WORDS.stream().anyMatch(message::contains);
    }
}
