package org.doubtless.pool;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.doubtless.pool.files.CheckImage;
import org.doubtless.pool.files.CheckedImage;
import org.doubtless.pool.files.RefusedFile;
import org.doubtless.pool.files.SharedMemory;

/**
 * Reads and checks files on all cores, and hands them out in the order in which they came. No more files are begun than
 * the memory bears: each holds its share until {@link Ready#close()}.
 */
final class PrepareFiles implements AutoCloseable {
    private static final int AHEAD = 256;

    private final Candidates candidates;
    private final CheckImage check;
    private final SharedMemory memory;
    private final BlockingQueue<Future<Ready>> line = new ArrayBlockingQueue<>(AHEAD);
    private final ExecutorService workers;
    private final Thread feeder;
    private volatile IOException unreadable;
    private volatile boolean fed;

    PrepareFiles(Candidates candidates, CheckImage check, SharedMemory memory) {
        this.candidates = candidates;
        this.check = check;
        this.memory = memory;
        this.workers = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(), task -> daemon(task, "import-worker"));
        this.feeder = daemon(this::feed, "import-feeder");
    }

    /** A file that was looked at, and its share of the memory. */
    record Ready(PreparedFile file, SharedMemory.Share share) implements AutoCloseable {
        @Override
        public void close() {
            share.close();
        }
    }

    void start() {
        feeder.start();
    }

    /** The next file; null when none is ready within the time, or when there are no more. */
    Ready next(Duration patience) throws IOException, InterruptedException {
        Future<Ready> next = line.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
            if (unreadable != null) {
                throw unreadable;
            }
            return null;
        }
        try {
            return next.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException("A file could not be prepared", e.getCause());
        }
    }

    /** Whether {@link #next} will give nothing more. */
    boolean finished() {
        // In this order: what is fed last is in line before fed is set.
        return fed && line.isEmpty() && unreadable == null;
    }

    private void feed() {
        try {
            for (Candidate candidate = candidates.next(); candidate != null; candidate = candidates.next()) {
                Candidate file = candidate;
                SharedMemory.Share share = memory.take(file.size());
                line.put(workers.submit(() -> prepare(file, share)));
            }
        } catch (IOException e) {
            unreadable = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            unreadable = new IOException("The files could not be listed: " + e, e);
        } finally {
            fed = true;
        }
    }

    private Ready prepare(Candidate file, SharedMemory.Share share) throws IOException {
        String name = ShownName.of(file.name());
        try {
            byte[] content = file.read();
            CheckedImage checked = check.check(content);
            return new Ready(new PreparedFile.Image(name, Sha256.of(content), content, checked), share);
        } catch (RefusedFile e) {
            return new Ready(new PreparedFile.Refused(name, e), share);
        } catch (IOException | RuntimeException e) {
            share.close();
            throw e;
        }
    }

    @Override
    public void close() {
        feeder.interrupt();
        workers.shutdownNow();
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
