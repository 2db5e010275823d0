package org.doubtless.pool;

import java.io.IOException;
import org.doubtless.pool.files.RefusedFile;

/** A file that may become an image of the pool. */
public interface Candidate {
    /** As the sender has it; an entry of a ZIP with its path. */
    String name();

    /** How many bytes it claims to have. */
    long size();

    /** Reads it; called once, in any thread, and not in order. */
    byte[] read() throws IOException, RefusedFile;
}
