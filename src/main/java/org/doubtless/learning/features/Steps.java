package org.doubtless.learning.features;

import static java.util.Objects.requireNonNull;

import org.doubtless.learning.work.Progress;

/** Counts the steps of several threads and tells them to a {@link Progress}, one call at a time. */
final class Steps {

    private final Progress progress;
    private final int total;
    private int done;

    Steps(Progress progress, int total) {
        this.progress = requireNonNull(progress, "progress is null");
        this.total = total;
    }

    synchronized void add(int steps) {
        done += steps;
        progress.report(done, total);
    }
}
