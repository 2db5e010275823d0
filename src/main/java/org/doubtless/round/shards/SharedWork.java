package org.doubtless.round.shards;

import java.io.IOException;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/** Work of rounds that a process may take part in while another has the round. */
public interface SharedWork {
    /** What a process helps with, in a word. */
    String name();

    /**
     * Takes shards of other processes' rounds until none waits.
     *
     * @param stopped asked often: whether this process ends
     * @return whether anything was done
     */
    boolean help(BooleanSupplier stopped) throws SQLException, IOException;
}
