package org.doubtless.cli.simulate;

import org.doubtless.learning.simulation.Opening;
import org.doubtless.learning.simulation.Schedule;

/** How the runs of a simulation go; start, batch and startOfEach may be null. */
record RunOptions(
        Integer start,
        Integer startOfEach,
        Integer batch,
        int budget,
        double target,
        boolean untilTarget,
        long firstSeed,
        int seeds) {
    private static final int START = 20;
    private static final int BATCH = 10;

    Opening opening() {
        return startOfEach == null ? Opening.none() : Opening.ofEachClass(startOfEach);
    }

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
