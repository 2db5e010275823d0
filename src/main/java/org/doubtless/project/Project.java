package org.doubtless.project;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.doubtless.account.AccountId;
import org.doubtless.jobs.Timetable;
import org.hibernate.annotations.DynamicUpdate;

/** A pool of images, the classes they are to be told apart by, and how that is done. */
// The time at which the schedule is due is moved on beside it by plain SQL, and must not be put back to what was read.
@DynamicUpdate
@Entity
@Table(name = "project")
public class Project {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;

    @Column(updatable = false)
    private String task;

    @Column(name = "control_share")
    private float controlShare;

    @Column(updatable = false)
    private long seed;

    @Column(name = "retrain_after")
    private Integer retrainAfter;

    private String retraining;

    @Column(name = "retrain_schedule")
    private String retrainSchedule;

    @Column(name = "retrain_zone")
    private String retrainZone;

    @Column(name = "retrain_at")
    private Instant retrainAt;

    @Column(name = "retrain_paused_by")
    private Long retrainPausedBy;

    @Column(name = "retrain_paused_at")
    private Instant retrainPausedAt;

    @Embedded
    private StoredRule automatic = new StoredRule();

    @Embedded
    private StoredRouting routing = new StoredRouting();

    @Embedded
    private StoredChecks checks = new StoredChecks();

    @Column(name = "lease_seconds")
    private int leaseSeconds;

    private int samples;

    @Column(name = "show_why")
    private boolean showWhy;

    @Column(updatable = false)
    private boolean demo;

    @Column(name = "created_by", updatable = false)
    private long createdBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.EAGER)
    @JoinColumn(name = "project_id", nullable = false, updatable = false)
    @OrderBy("position")
    private List<ProjectClass> classes = new ArrayList<>();

    protected Project() {}

    Project(NewProject request, AccountId creator, Instant now) {
        this.name = request.name();
        this.task = NewProject.CLASSIFICATION;
        this.seed = request.seed();
        this.demo = request.demo();
        this.createdBy = creator.value();
        this.createdAt = now;
        change(request.settings(), creator, now);
        request.classes().names().forEach(this::addClass);
    }

    void rename(String newName) {
        name = newName;
    }

    void change(ProjectSettings settings, AccountId by, Instant now) {
        controlShare = (float) settings.controlShare();
        leaseSeconds = settings.leaseSeconds();
        samples = settings.samples();
        showWhy = settings.showWhy();
        if (retraining == null || !settings.retraining().equals(retraining())) {
            change(settings.retraining(), by, now);
        }
        automatic.change(settings.automatic(), now);
        routing.change(settings);
        checks.change(settings.checks());
    }

    private void change(Retraining to, AccountId by, Instant now) {
        boolean paused = to.way() == Retraining.Way.PAUSED;
        if (!paused || !to.way().word().equals(retraining)) {
            retrainPausedBy = paused ? by.value() : null;
            retrainPausedAt = paused ? now : null;
        }
        retraining = to.way().word();
        retrainAfter = to.after();
        retrainSchedule = to.timetable() == null ? null : to.timetable().cron();
        retrainZone = to.timetable() == null ? null : to.timetable().zone().getId();
        retrainAt = to.way() == Retraining.Way.SCHEDULE ? to.timetable().next(now) : null;
    }

    private Retraining retraining() {
        return new Retraining(
                Retraining.Way.of(retraining),
                retrainAfter,
                retrainSchedule == null ? null : Timetable.of(retrainSchedule, retrainZone));
    }

    /** A new class comes last: positions never move, because stored probabilities go by them. */
    void addClass(String className) {
        classes.add(new ProjectClass(classes.size(), className));
    }

    List<ProjectClass> classEntities() {
        return classes;
    }

    public ProjectId id() {
        return new ProjectId(id);
    }

    public String name() {
        return name;
    }

    public String task() {
        return task;
    }

    /** Draws the control arm and the rounds. */
    public long seed() {
        return seed;
    }

    public boolean demo() {
        return demo;
    }

    public AccountId createdBy() {
        return new AccountId(createdBy);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public ProjectSettings settings() {
        // Through the text, as 0.1f is 0.10000000149 as a double.
        double share = Double.parseDouble(Float.toString(controlShare));
        return new ProjectSettings(
                share,
                retraining(),
                leaseSeconds,
                samples,
                automatic.rule(),
                routing.overlap(),
                routing.thresholds(),
                checks.checks(),
                showWhy);
    }

    public Thresholds thresholds() {
        return routing.inForce();
    }

    public LabelSchema labels() {
        List<String> keys =
                LabelKeys.of(classes.stream().map(ProjectClass::name).toList());
        return new LabelSchema(IntStream.range(0, classes.size())
                .mapToObj(position -> classes.get(position).asLabelClass(keys.get(position)))
                .toList());
    }
}
