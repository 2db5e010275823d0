package org.doubtless.jobs.worker;

import java.time.Instant;

/**
 * The worker process of this web server, as people see it.
 *
 * @param phase {@code elsewhere} where this server keeps none, {@code running}, or {@code dead} until the next starts
 * @param process its number in the operating system; null unless it runs
 * @param since when the phase began
 * @param deaths how many have died since the server started
 * @param lastDeath how the last one ended; null when none did
 * @param nextAt when another starts; null unless it is dead
 */
public record WorkerState(String phase, Long process, Instant since, int deaths, String lastDeath, Instant nextAt) {
    private static final int BY_SIGNAL = 128;
    private static final int ABORTED = BY_SIGNAL + 6;
    private static final int KILLED = BY_SIGNAL + 9;
    private static final int SEGMENTATION_FAULT = BY_SIGNAL + 11;

    static WorkerState elsewhere() {
        return new WorkerState("elsewhere", null, null, 0, null, null);
    }

    WorkerState running(long pid, Instant now) {
        return new WorkerState("running", pid, now, deaths, lastDeath, null);
    }

    WorkerState died(String how, Instant now, Instant next) {
        return new WorkerState("dead", null, now, deaths + 1, how, next);
    }

    boolean dead() {
        return phase.equals("dead");
    }

    /** What an exit status means, for a person. */
    static String words(int status) {
        return switch (status) {
            case KILLED -> "it was killed, by hand or because the machine ran out of memory";
            case ABORTED, SEGMENTATION_FAULT ->
                "it crashed in native code; worker-crash-*.log in the data folder says where";
            default ->
                status > BY_SIGNAL
                        ? "it was ended by signal " + (status - BY_SIGNAL)
                        : "it ended with status " + status + "; the lines before say why";
        };
    }
}
