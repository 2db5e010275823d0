package org.doubtless.pool.files;

import java.util.concurrent.Semaphore;

/** Memory that several threads divide among them; who asks for more than is free waits. */
public final class SharedMemory {
    private static final int UNIT = 1024;

    private final int units;
    private final Semaphore free;

    public SharedMemory(long bytes) {
        this.units = (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes / UNIT));
        // Fair, or small shares would keep a large one waiting for ever.
        this.free = new Semaphore(units, true);
    }

    /** One part in so many of the heap. */
    public static SharedMemory partOfHeap(int parts) {
        return new SharedMemory(Runtime.getRuntime().maxMemory() / parts);
    }

    /** Holds the share until it is closed; one that is larger than all there is gets all there is. */
    public Share take(long bytes) throws InterruptedException {
        int share = (int) Math.min(units, bytes / UNIT + 1);
        free.acquire(share);
        return () -> free.release(share);
    }

    /** To be given back once. */
    @FunctionalInterface
    public interface Share extends AutoCloseable {
        @Override
        void close();
    }
}
