package org.doubtless.learning.features;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.CancelledLearning;

/**
 * Does numbered tasks on some threads; close it.
 *
 * <p>Which thread does which task is left to chance, so a task may only write what is its own: then
 * any number of threads gives the same result.
 */
final class Workers implements AutoCloseable {

    /** A run of tasks. */
    @FunctionalInterface
    interface Block {
        void run(int from, int to);
    }

    private final int parallelism;
    private final Cancellation cancellation;
    private final ExecutorService threads;

    Workers(int parallelism, Cancellation cancellation) {
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism is " + parallelism + ": give at least 1 thread");
        }
        this.parallelism = parallelism;
        this.cancellation = requireNonNull(cancellation, "cancellation is null");
        this.threads = Executors.newFixedThreadPool(parallelism);
    }

    /**
     * Does the tasks 0 to {@code count}-1 in blocks and waits for all of them.
     *
     * @throws CancelledLearning between two blocks, once asked to
     * @throws RuntimeException what a task threw; the blocks not yet begun are left undone
     */
    void each(int count, int blockSize, Block block) {
        AtomicInteger next = new AtomicInteger();
        Runnable work = () -> {
            for (int from = next.getAndAdd(blockSize); from < count; from = next.getAndAdd(blockSize)) {
                try {
                    cancellation.check();
                    block.run(from, Math.min(count, from + blockSize));
                } catch (RuntimeException | Error e) {
                    next.set(count);
                    throw e;
                }
            }
        };
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < parallelism; thread++) {
            running.add(threads.submit(work));
        }
        running.forEach(Workers::await);
    }

    private static void await(Future<?> task) {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledLearning();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Between steps that no {@link #each} is in. */
    void check() {
        cancellation.check();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
