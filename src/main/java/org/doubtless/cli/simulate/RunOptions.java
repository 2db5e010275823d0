package org.doubtless.cli.simulate;

import org.doubtless.learning.simulation.Schedule;

/** How the runs of a simulation go; start and batch may be null. */
record RunOptions(Integer start, Integer batch, int budget, double target, boolean untilTarget, int seeds) {
    private static final int START = 20;
    private static final int BATCH = 10;

    Schedule schedule(boolean auto) {
        if (!auto) {
            return Schedule.constant(start == null ? START : start, batch == null ? BATCH : batch);
        }
        Schedule growing = Schedule.growing();
        return labelled -> {
            Integer given = labelled == 0 ? start : batch;
            return given == null ? growing.batch(labelled) : given;
        };
    }
}
