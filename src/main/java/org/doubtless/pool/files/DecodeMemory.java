package org.doubtless.pool.files;

import java.util.concurrent.Semaphore;

/** The memory that pictures being decoded may take together; a decoder waits for its share. */
public final class DecodeMemory {
    private static final int UNIT = 1024;

    private final int units;
    private final Semaphore free;

    public DecodeMemory(long bytes) {
        this.units = (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes / UNIT));
        // Fair, or small pictures would keep a large one waiting for ever.
        this.free = new Semaphore(units, true);
    }

    /** A third of the heap: the rest is for the files' bytes and for serving pages meanwhile. */
    public static DecodeMemory ofHeap() {
        return new DecodeMemory(Runtime.getRuntime().maxMemory() / 3);
    }

    /** Holds the share until it is closed; one that is larger than all there is gets all there is. */
    Share take(long bytes) {
        int share = (int) Math.min(units, bytes / UNIT + 1);
        try {
            free.acquire(share);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting to decode a picture", e);
        }
        return () -> free.release(share);
    }

    interface Share extends AutoCloseable {
        @Override
        void close();
    }
}
