package org.doubtless.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/** Ends this process when its input does: the pipe closes with the process that holds it, even one that is killed. */
final class EndWithInput {
    // As long as a worker waits for its jobs, and a little more.
    private static final long PATIENCE_SECONDS = 15;

    private EndWithInput() {}

    static void watch(InputStream input) {
        daemon("end-with-input", () -> {
            readToTheEnd(input);
            daemon("end-at-last", EndWithInput::endAtLast);
            System.exit(0);
        });
    }

    private static void readToTheEnd(InputStream input) {
        try {
            input.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The end, in one way or another.
        }
    }

    /** Nobody would end it if the stop hung. */
    private static void endAtLast() {
        try {
            TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
