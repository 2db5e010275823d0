package org.doubtless.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doubtless.jobs.Job;
import org.doubtless.jobs.Jobs;
import org.doubtless.project.ShowArm;
import org.doubtless.web.Sentence;

/**
 * A job as the API shows it.
 *
 * @param secondsLeft of the current stage, at its pace so far; null while nothing can be said
 * @param result how many images each arm got, and what the control arm decided, is only for those who may know the arms
 * @param log likewise without the lines for leads
 * @param stage where it is, was cancelled, or failed
 * @param failure what failed and what to do, for a person; null unless it, or its newest try, failed
 * @param tries how many tries have failed
 * @param nextTryAt when the next comes by itself; null unless it waits for one
 */
record JobView(
        long id,
        Long project,
        String kind,
        String state,
        @Sentence String title,
        @Sentence String stage,
        long done,
        long total,
        Long secondsLeft,
        boolean cancelRequested,
        @Sentence String failure,
        int tries,
        Instant nextTryAt,
        Map<String, Object> result,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,
        List<Line> log) {
    private static final Set<String> ARMS = Set.of("active", "control", "comparison");

    /** A line of its log. */
    record Line(Instant at, @Sentence String line) {}

    static JobView of(Job job, Instant now, List<Jobs.LogLine> log, ShowArm showArm) {
        return new JobView(
                job.id().value(),
                job.project().orElse(null),
                job.kind(),
                job.state().word(),
                job.title(),
                job.stage(),
                job.done(),
                job.total(),
                job.timeLeft(now).map(Duration::toSeconds).orElse(null),
                job.cancelRequested(),
                job.failure().orElse(null),
                job.tries(),
                job.nextTryAt().orElse(null),
                result(job, showArm),
                job.createdAt(),
                job.startedAt().orElse(null),
                job.finishedAt().orElse(null),
                log.stream()
                        .filter(line -> showArm == ShowArm.YES || !line.forLeads())
                        .map(line -> new Line(line.at(), line.line()))
                        .toList());
    }

    private static Map<String, Object> result(Job job, ShowArm showArm) {
        Map<String, Object> shown = new LinkedHashMap<>(job.result());
        if (showArm == ShowArm.NO) {
            shown.keySet().removeAll(ARMS);
        }
        return shown;
    }
}
