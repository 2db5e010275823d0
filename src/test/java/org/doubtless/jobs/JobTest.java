package org.doubtless.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.doubtless.support.Sql;
import org.doubtless.web.Problem;
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
    RetryJob retryJob;

    @Inject
    RunJob runJob;

    @Inject
    Sql sql;

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

    @Test
    void a_failure_that_may_pass_is_tried_again_by_whoever_is_there_then() {
        JobId id = startJob.start(rehearsed.job(
                "a full disk", run -> new UncheckedIOException(new IOException("No space left on device"))));
        Job waiting = until(id, job -> job.tries() == 1);
        assertThat(waiting.state()).isEqualTo(JobState.WAITING);
        assertThat(waiting.failure().orElseThrow()).contains("No space left on device");
        assertThat(waiting.nextTryAt().orElseThrow())
                .isAfter(waiting.startedAt().orElseThrow());
        until(id, job -> due(id));
        Job done = until(id, job -> job.state().isFinal());
        assertThat(done.state()).isEqualTo(JobState.DONE);
        assertThat(done.failure()).isEmpty();
        assertThat(done.nextTryAt()).isEmpty();
    }

    @Test
    void a_failure_by_content_is_final_until_a_person_tries_again() throws Exception {
        JobId id = startJob.start(
                rehearsed.job("bad content", run -> Problem.badRequest("bad", "Row 7 is no image. Take it out.")));
        Job failed = until(id, job -> job.state().isFinal());
        assertThat(failed.state()).isEqualTo(JobState.FAILED);
        assertThat(failed.tries()).isZero();
        assertThat(failed.stage()).isEqualTo("The only stage");
        assertThat(failed.failure()).contains("Row 7 is no image. Take it out.");
        retry(id);
        assertThat(ended(id).state()).isEqualTo(JobState.DONE);
        assertThatThrownBy(() -> retryJob.retry(id)).hasMessageContaining("is done");
    }

    @Test
    void a_job_cancelled_between_two_tries_does_not_come_back() {
        JobId id = startJob.start(rehearsed.job("cancelled", run -> new UncheckedIOException(new IOException("away"))));
        until(id, job -> job.tries() == 1);
        jobs.requestCancel(id);
        assertThat(look(id).state()).isEqualTo(JobState.CANCELLED);
        assertThat(look(id).nextTryAt()).isEmpty();
    }

    @Test
    void work_that_kills_whoever_does_it_is_given_up() {
        JobId id = left("deadly", 4);
        runJob.run(id);
        Job ended = look(id);
        assertThat(ended.state()).isEqualTo(JobState.FAILED);
        assertThat(ended.failure().orElseThrow()).contains("died 5 times", "by hand");
        assertThat(ended.stage()).as("nobody tried again").isEmpty();
    }

    @Test
    void work_whose_worker_died_is_done_by_the_next() {
        JobId id = left("killed", 3);
        runJob.run(id);
        assertThat(look(id).state()).isEqualTo(JobState.DONE);
        assertThat(look(id).deaths()).isEqualTo(4);
    }

    @Test
    void a_run_that_comes_back_from_a_long_silence_changes_nothing() {
        JobId gone = left("silent, then failing", 0, run -> {
            takenOver(run);
            return new IllegalStateException("the other has cleared away what this one needs");
        });
        assertThatThrownBy(() -> runJob.run(gone)).isInstanceOf(JobLost.class);
        JobId back = left("silent, then done", 0, run -> {
            takenOver(run);
            return null;
        });
        assertThatThrownBy(() -> runJob.run(back)).isInstanceOf(JobLost.class);
        JobId polite = left("silent, then looking", 0, run -> {
            takenOver(run);
            run.checkHandedBack();
            return null;
        });
        assertThatThrownBy(() -> runJob.run(polite)).isInstanceOf(JobLost.class);
        for (JobId job : List.of(gone, back, polite)) {
            assertThat(look(job).state()).isEqualTo(JobState.RUNNING);
            assertThat(look(job).failure()).isEmpty();
            assertThat(look(job).tries()).isZero();
            runJob.run(job);
            assertThat(look(job).state()).as("the other goes on").isEqualTo(JobState.DONE);
        }
    }

    private void takenOver(JobRun run) {
        sql.update("update job set runs = runs + 1 where id = ?", run.id().value());
    }

    /** A job that a process had when it died, and others before it. */
    @SafeVarargs
    private JobId left(String name, int deathsBefore, Function<JobRun, Throwable>... ends) {
        JobId id = QuarkusTransaction.requiringNew().call(() -> {
            Job job = new Job(rehearsed.job(name, ends), clock.instant());
            repository.persistAndFlush(job);
            return job.id();
        });
        sql.update("update job set state = 'running', deaths = ? where id = ?", deathsBefore, id.value());
        return id;
    }

    /** Makes the next try due now; false while the scheduler has not got it yet. */
    private boolean due(JobId id) {
        return sql.update(
                        "update scheduled_tasks set execution_time = now() where task_instance = ? and not picked"
                                + " and execution_time > now() + interval '5 s'",
                        id.toString())
                == 1;
    }

    /** The scheduler lets go of a job a moment after its row says that it has failed. */
    private void retry(JobId id) {
        until(id, job -> {
            try {
                retryJob.retry(id);
                return true;
            } catch (Problem | SQLException e) {
                assertThat(e).hasMessageContaining("only just failed");
                return false;
            }
        });
    }

    private Job ended(JobId id) {
        return until(id, job -> job.state().isFinal());
    }

    private Job until(JobId id, Predicate<Job> holds) {
        for (int look = 0; look < 600 && !holds.test(look(id)); look++) {
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
