package org.doubtless.jobs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One piece of background work as people see it; db-scheduler's own row goes when the work is done, this one stays. */
// Progress is written beside it by plain SQL, and must not be put back to what was read.
@DynamicUpdate
@Entity
@Table(name = "job")
public class Job {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "project_id")
    private Long projectId;

    private String kind;
    private String state;
    private String title;
    private String stage;

    @Column(name = "stage_at")
    private Instant stageAt;

    private long done;
    private long total;

    @Column(name = "cancel_requested")
    private boolean cancelRequested;

    private int tries;
    private int deaths;
    private int runs;

    @Column(name = "next_try_at")
    private Instant nextTryAt;

    private String failure;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> parameters;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> result;

    @Column(name = "created_by")
    private Long createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    protected Job() {}

    Job(NewJob request, Instant now) {
        this.projectId = request.project();
        this.kind = request.kind();
        this.title = request.title();
        this.parameters = request.parameters();
        this.createdBy = request.createdBy();
        this.createdAt = now;
        this.state = JobState.WAITING.word();
        this.stage = "";
    }

    /** Marks the job as taken by a worker; false when it was cancelled or ended before. */
    boolean begin(Instant now) {
        if (state().isFinal()) {
            return false;
        }
        if (state() == JobState.RUNNING) {
            // Nobody said that it ended.
            deaths++;
        }
        state = JobState.RUNNING.word();
        runs++;
        nextTryAt = null;
        failure = null;
        if (startedAt == null) {
            startedAt = now;
        }
        return true;
    }

    void end(JobState how, String why, Map<String, Object> outcome, Instant now) {
        if (state().isFinal()) {
            return;
        }
        state = how.word();
        failure = why;
        nextTryAt = null;
        finishedAt = now;
        if (outcome != null) {
            result = outcome;
        }
    }

    /** Waits for another worker because this one stops. */
    void handBack() {
        if (state() == JobState.RUNNING) {
            state = JobState.WAITING.word();
        }
    }

    /** How often the process that ran it died. */
    int deaths() {
        return deaths;
    }

    /** How often it was begun; whoever began it last has it. */
    int runs() {
        return runs;
    }

    /** Waits for another try because this one failed. */
    void putOff(Instant until, String why) {
        if (state().isFinal()) {
            return;
        }
        state = JobState.WAITING.word();
        tries++;
        nextTryAt = until;
        failure = why;
    }

    /** Waits to be run as if it had never been; its log stays. */
    void again() {
        state = JobState.WAITING.word();
        tries = 0;
        deaths = 0;
        failure = null;
        finishedAt = null;
        cancelRequested = false;
    }

    /** True when this ends it, because nobody runs it. */
    boolean requestCancel(Instant now) {
        cancelRequested = true;
        if (state() != JobState.WAITING) {
            return false;
        }
        end(JobState.CANCELLED, null, null, now);
        return true;
    }

    public JobId id() {
        return new JobId(id);
    }

    public Optional<Long> project() {
        return Optional.ofNullable(projectId);
    }

    public String kind() {
        return kind;
    }

    public JobState state() {
        return JobState.of(state);
    }

    public String title() {
        return title;
    }

    public String stage() {
        return stage;
    }

    public long done() {
        return done;
    }

    public long total() {
        return total;
    }

    public boolean cancelRequested() {
        return cancelRequested;
    }

    /** How many tries have failed. */
    public int tries() {
        return tries;
    }

    /** When the next try comes by itself; empty unless one failed that may pass. */
    public Optional<Instant> nextTryAt() {
        return Optional.ofNullable(nextTryAt);
    }

    /** Why it failed or, while it waits for another try, why that is needed. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    public Map<String, Object> parameters() {
        return parameters == null ? Map.of() : parameters;
    }

    public Map<String, Object> result() {
        return result == null ? Map.of() : result;
    }

    public Optional<Long> createdBy() {
        return Optional.ofNullable(createdBy);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    /** How long the rest of the stage will take at its pace so far; empty while nothing can be said. */
    public Optional<Duration> timeLeft(Instant now) {
        if (state() != JobState.RUNNING || stageAt == null || total <= 0 || done <= 0 || done > total) {
            return Optional.empty();
        }
        double share = (double) done / total;
        double spent = Duration.between(stageAt, now).toMillis();
        return Optional.of(Duration.ofMillis(Math.round(spent * (1 - share) / share)));
    }
}
