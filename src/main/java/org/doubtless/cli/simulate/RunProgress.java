package org.doubtless.cli.simulate;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.doubtless.learning.simulation.SimulatedTurn;
import org.doubtless.learning.work.Progress;

/** What is seen of a simulation: one line a batch, and on a terminal a bar beneath them while something takes long. */
final class RunProgress {
    private static final int REFRESH_MILLIS = 250;

    // Piped into a file, a bar is only noise.
    private final boolean terminal = System.console() != null && System.getenv("TERM") != null;

    void say(String line) {
        System.out.println(line);
    }

    void header() {
        say("seed  labels  classes  accuracy  balanced     nll     ece   learn   score");
    }

    void point(SimulatedTurn point) {
        say(String.format(
                Locale.ROOT,
                "%4d  %6d  %7d  %7.2f%%  %7.2f%%  %6.3f  %6.3f  %5.1f s  %4.1f s",
                point.seed(),
                point.labels(),
                point.classesSeen(),
                100 * point.accuracy(),
                100 * point.balancedAccuracy(),
                point.negativeLogLikelihood(),
                point.calibrationError(),
                point.learnSeconds(),
                point.scoreSeconds()));
    }

    /** Work that reports how far it is. */
    @FunctionalInterface
    interface Work<T> {
        T with(Progress progress);
    }

    /** Runs the work with a bar of this name. */
    <T> T during(String name, Work<T> work) {
        if (!terminal) {
            return work.with(Progress.none());
        }
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .clearDisplayOnFinish()
                .build()) {
            return work.with((done, total) -> {
                bar.maxHint(total);
                bar.stepTo(done);
            });
        }
    }
}
