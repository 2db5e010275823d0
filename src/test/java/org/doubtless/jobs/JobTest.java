package org.doubtless.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JobTest {
    @Inject
    JobRepository repository;

    @Inject
    Jobs jobs;

    @Inject
    StartJob startJob;

    @Inject
    RehearsedKind rehearsed;

    @Inject
    Clock clock;

    @Test
    void a_cancel_while_a_worker_begins_is_not_lost() throws Exception {
        JobId id = QuarkusTransaction.requiringNew().call(() -> {
            Job job = new Job(new NewJob("nothing", "A job that nobody runs", null, null, Map.of()), clock.instant());
            repository.persistAndFlush(job);
            return job.id();
        });
        CountDownLatch begun = new CountDownLatch(1);
        ExecutorService others = Executors.newSingleThreadExecutor();
        try {
            Future<?> cancel = others.submit(() -> {
                begun.await();
                QuarkusTransaction.requiringNew().run(() -> jobs.requestCancel(id));
                return null;
            });
            QuarkusTransaction.requiringNew().run(() -> {
                repository.lock(id).orElseThrow().begin(clock.instant());
                begun.countDown();
                // Longer than a cancel takes that does not wait for this transaction.
                pause(300);
            });
            cancel.get(30, TimeUnit.SECONDS);
        } finally {
            others.shutdownNow();
        }
        Job after = QuarkusTransaction.requiringNew().call(() -> jobs.find(id).orElseThrow());
        assertThat(after.cancelRequested()).isTrue();
        assertThat(after.state()).isEqualTo(JobState.RUNNING);
        QuarkusTransaction.requiringNew()
                .run(() -> repository.lock(id).orElseThrow().end(JobState.CANCELLED, null, null, clock.instant()));
    }

    @Test
    void work_that_was_handed_back_begins_again_at_once() {
        JobId id = startJob.start(rehearsed.job("handed back", run -> new JobHandedBack(run.id())));
        assertThat(ended(id).state()).isEqualTo(JobState.DONE);
    }

    private Job ended(JobId id) {
        for (int look = 0; look < 600 && !look(id).state().isFinal(); look++) {
            pause(100);
        }
        return look(id);
    }

    private Job look(JobId id) {
        return QuarkusTransaction.requiringNew().call(() -> jobs.find(id).orElseThrow());
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
