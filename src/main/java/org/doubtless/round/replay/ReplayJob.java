package org.doubtless.round.replay;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doubtless.jobs.JobKind;
import org.doubtless.jobs.JobRun;
import org.doubtless.learning.LearnerSettings;
import org.doubtless.learning.PreparedPool;
import org.doubtless.learning.acquisition.UniformRandom;
import org.doubtless.learning.simulation.Limits;
import org.doubtless.learning.simulation.Opening;
import org.doubtless.learning.simulation.Oracle;
import org.doubtless.learning.simulation.Schedule;
import org.doubtless.learning.simulation.SimulatedTurn;
import org.doubtless.learning.simulation.Simulation;
import org.doubtless.learning.work.CancelledLearning;
import org.doubtless.learning.work.Progress;
import org.doubtless.pool.ImageId;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.round.PrepareLabelledPool;
import org.doubtless.round.Snapshot;
import org.doubtless.round.features.FeatureRows;
import org.doubtless.round.features.RoundPool;
import org.doubtless.web.Problem;

/**
 * Asks for a project's own labels again, as {@code simulate} does: by the order in which the product asks, and by chance,
 * with the same learner, the same seeds and the same control images to measure by.
 */
@ApplicationScoped
class ReplayJob implements JobKind {
    static final String KIND = "replay";

    static final int SEEDS = 5;
    static final int LEAST_LABELS = 40;
    static final int LEAST_CONTROL = 20;
    /** More take long, and by then both orders know most classes. */
    static final int MOST_BUDGET = 500;

    private static final double NEVER = 2;

    private final Projects projects;
    private final PrepareLabelledPool prepareLabelledPool;
    private final FeatureRows features;
    private final KeepReplay keep;

    ReplayJob(Projects projects, PrepareLabelledPool prepareLabelledPool, FeatureRows features, KeepReplay keep) {
        this.projects = projects;
        this.prepareLabelledPool = prepareLabelledPool;
        this.features = features;
        this.keep = keep;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws Exception {
        Project project = projects.get(new ProjectId(run.project().orElseThrow()));
        try {
            replay(run, project);
        } catch (CancelledLearning e) {
            run.checkCancelled();
            throw e;
        }
    }

    private void replay(JobRun run, Project project) throws SQLException, IOException {
        PrepareLabelledPool.LabelledPool prepared = prepareLabelledPool.prepare(run, project);
        Snapshot snapshot = prepared.snapshot();
        RoundPool pool = prepared.pool();
        Set<ImageId> readable = new HashSet<>(pool.images());
        readable.addAll(pool.beyond());
        List<Snapshot.Labelled> asked = readable(snapshot.training(), readable);
        List<Snapshot.Labelled> control = readable(snapshot.control(), readable);
        checkEnough(project, asked, control);

        // How many labels models learn from would tell the arm of the newest: no stage, share or failure says so.
        run.stage("Finding look-alikes among the labelled images");
        PreparedPool labelled = PreparedPool.extracted(pool.set().extractor(), features.read(pool.set(), images(asked)))
                .withRecipe(project.seed(), run::cancelled, run::progress);
        Simulation simulation = new Simulation(
                labelled,
                new Oracle(project.labels().size(), labels(asked)),
                features.read(pool.set(), images(control)),
                labels(control));
        int budget = Math.min(asked.size(), MOST_BUDGET);
        LearnerSettings active = LearnerSettings.auto(project.seed())
                .withSamples(project.settings().samples());
        LearnerSettings chance = new LearnerSettings(
                active.seed(),
                active.samples(),
                active.network(),
                Optional.of(new UniformRandom()),
                active.training(),
                active.candidates());
        List<SimulatedTurn> actives = runs(run, simulation, active, budget, 0);
        List<SimulatedTurn> chances = runs(run, simulation, chance, budget, SEEDS);
        keep.keep(run, project.id(), new KeepReplay.Harvest(asked.size(), budget, control.size(), actives, chances));
        run.logForLeads("%d runs in each order over %,d labels".formatted(SEEDS, budget));
    }

    /** @param before how many runs there were already, for the share done */
    private static List<SimulatedTurn> runs(
            JobRun run, Simulation simulation, LearnerSettings settings, int budget, int before) {
        List<SimulatedTurn> points = new ArrayList<>();
        for (int k = 0; k < SEEDS; k++) {
            run.stage("Run %d of %d, %s"
                    .formatted(before + k + 1, 2 * SEEDS, before == 0 ? "in the active order" : "by chance"));
            run.checkCancelled();
            simulation.run(
                    settings.withSeed(settings.seed() + k),
                    Opening.none(),
                    Schedule.growing(),
                    new Limits(budget, NEVER, run::cancelled, Progress.none()),
                    point -> {
                        points.add(point);
                        run.progress(100L * point.labels() / budget, 100);
                    });
        }
        return points;
    }

    private static void checkEnough(Project project, List<Snapshot.Labelled> asked, List<Snapshot.Labelled> control) {
        long classes = asked.stream().map(Snapshot.Labelled::label).distinct().count();
        if (asked.size() < LEAST_LABELS || control.size() < LEAST_CONTROL || classes < 2) {
            throw Problem.conflict(
                    "too_few_labels",
                    "A replay needs %d labels of two classes or more to learn from, and %d control images that are labelled; project %s has too few of one. Label some more."
                            .formatted(LEAST_LABELS, LEAST_CONTROL, project.id()));
        }
    }

    private static List<Snapshot.Labelled> readable(List<Snapshot.Labelled> labelled, Set<ImageId> readable) {
        return labelled.stream().filter(one -> readable.contains(one.image())).toList();
    }

    private static List<ImageId> images(List<Snapshot.Labelled> labelled) {
        return labelled.stream().map(Snapshot.Labelled::image).toList();
    }

    private static int[] labels(List<Snapshot.Labelled> labelled) {
        return labelled.stream().mapToInt(Snapshot.Labelled::label).toArray();
    }
}
