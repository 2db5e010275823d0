package org.doubtless.pool;

import org.doubtless.jobs.JobRun;

/** What became of the files of one import so far; written by one thread. */
final class ImportCount {
    private long active;
    private long control;
    private long duplicates;
    private long rejected;

    void taken(Arm arm) {
        if (arm == Arm.CONTROL) {
            control++;
        } else {
            active++;
        }
    }

    void duplicate() {
        duplicates++;
    }

    void rejected() {
        rejected++;
    }

    void add(ImportCount other) {
        active += other.active;
        control += other.control;
        duplicates += other.duplicates;
        rejected += other.rejected;
    }

    long taken() {
        return active + control;
    }

    long seen() {
        return taken() + duplicates + rejected;
    }

    void report(JobRun run) {
        run.result("taken", taken());
        run.result("active", active);
        run.result("control", control);
        run.result("duplicates", duplicates);
        run.result("rejected", rejected);
    }

    @Override
    public String toString() {
        return "%,d images taken; %,d were in the pool already, %,d were refused"
                .formatted(taken(), duplicates, rejected);
    }
}
