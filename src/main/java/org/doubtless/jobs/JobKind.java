package org.doubtless.jobs;

import java.sql.SQLException;

/** A kind of background work; each bean of this type is one. Its work must bear being run again from the start. */
public interface JobKind {
    /** The name by which {@link NewJob} asks for it. */
    String kind();

    /** Does the work in a worker's thread, outside any transaction. */
    void run(JobRun run) throws Exception;

    /**
     * Makes ready for another run what a failed one has ended, in the caller's transaction; throws a
     * {@link org.doubtless.web.Problem} where it cannot be done again.
     */
    default void prepareAgain(Job job) throws SQLException {}

    /** Whether it needs files of the machine that started it, and so cannot go to a worker elsewhere. */
    default boolean staysHere() {
        return false;
    }
}
