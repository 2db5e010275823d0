package org.doubtless.dashboard.system;

import java.util.List;
import org.doubtless.jobs.worker.WorkerState;

/**
 * How the installation is.
 *
 * @param database its version
 * @param worker the process that this server keeps
 * @param workers all that take jobs
 */
public record SystemState(
        String database, Disk disk, WorkerState worker, List<ShownWorker> workers, Jobs jobs, Storage storage) {

    /** Whether something is not as it should be. */
    public boolean needsYou() {
        return disk.low()
                || worker.phase().equals("dead")
                || jobs.stuck()
                || jobs.failed() > 0
                || workers.stream().anyMatch(ShownWorker::silent);
    }

    /** Where images are received and, unless the database is elsewhere, all is kept; in bytes. */
    public record Disk(long free, long total) {
        private static final double LITTLE = 0.1;

        public boolean low() {
            return free < LITTLE * total;
        }
    }

    /**
     * Jobs of all projects.
     *
     * @param failed within the last day
     * @param waitingMinutes how long the oldest has waited that is due
     */
    public record Jobs(long running, long waiting, long failed, long waitingMinutes) {
        private static final long LONG = 5;

        public boolean stuck() {
            return running == 0 && waitingMinutes >= LONG;
        }
    }

    /** What the database takes on its disk, in bytes. */
    public record Storage(long total, List<Group> groups, List<OfProject> projects) {
        public long largest() {
            return groups.stream().mapToLong(Group::bytes).max().orElse(0);
        }
    }

    /** Tables that belong together; {@code name} is one of images, features, scores, models, answers, rest. */
    public record Group(String name, long bytes) {}

    /**
     * A project's part.
     *
     * @param imageBytes the files as they were sent
     * @param featureBytes its share of all features by their number
     */
    public record OfProject(
            long id, String name, long images, long imageBytes, long featureBytes, long scoreBytes, long modelBytes) {
        public long total() {
            return imageBytes + featureBytes + scoreBytes + modelBytes;
        }
    }
}
