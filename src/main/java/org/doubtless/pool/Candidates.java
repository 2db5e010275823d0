package org.doubtless.pool;

import java.io.Closeable;
import java.io.IOException;

/** Files on their way into a pool, one after another; nothing of them is read before it is wanted. */
public interface Candidates extends Closeable {
    /** How many there are. */
    long count();

    /** The next one, or null after the last; called by one thread. */
    Candidate next() throws IOException;

    @Override
    void close() throws IOException;
}
