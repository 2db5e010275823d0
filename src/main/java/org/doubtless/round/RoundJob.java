package org.doubtless.round;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doubtless.jobs.Job;
import org.doubtless.jobs.JobCancelled;
import org.doubtless.jobs.JobHandedBack;
import org.doubtless.jobs.JobKind;
import org.doubtless.jobs.JobRun;
import org.doubtless.learning.ActiveLearner;
import org.doubtless.learning.LabelledRows;
import org.doubtless.learning.LearnedModel;
import org.doubtless.learning.LearnerSettings;
import org.doubtless.learning.evaluation.Evaluation;
import org.doubtless.learning.work.CancelledLearning;
import org.doubtless.model.Comparison;
import org.doubtless.model.ModelVersions.NewModel;
import org.doubtless.pool.ImageId;
import org.doubtless.pool.Withheld;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.queue.NextQueue;
import org.doubtless.queue.SetQueueMark;
import org.doubtless.round.automatic.Verdict;
import org.doubtless.round.features.KeepLayout;
import org.doubtless.round.features.PlaceBeyondGraph;
import org.doubtless.round.features.PreparePool;
import org.doubtless.round.features.RoundPool;

/** One round, stage by stage: snapshot, features, learn, score, evaluate, rank, publish. */
@ApplicationScoped
class RoundJob implements JobKind {
    static final String KIND = "round";

    private final AgroalDataSource database;
    private final Projects projects;
    private final PreparePool preparePool;
    private final KeepLayout keepLayout;
    private final PlaceBeyondGraph placeBeyondGraph;
    private final ShareScoring shareScoring;
    private final ScoreTable scores;
    private final SetQueueMark setQueueMark;
    private final PublishRound publishRound;
    private final ForgetOldModels forgetOldModels;
    private final RoundRows rounds;
    private final RetrainPolicy policy;
    private final ObjectMapper json;
    private final Clock clock;

    RoundJob(
            AgroalDataSource database,
            Projects projects,
            PreparePool preparePool,
            KeepLayout keepLayout,
            PlaceBeyondGraph placeBeyondGraph,
            ShareScoring shareScoring,
            ScoreTable scores,
            SetQueueMark setQueueMark,
            PublishRound publishRound,
            ForgetOldModels forgetOldModels,
            RoundRows rounds,
            RetrainPolicy policy,
            ObjectMapper json,
            Clock clock) {
        this.database = database;
        this.projects = projects;
        this.preparePool = preparePool;
        this.keepLayout = keepLayout;
        this.placeBeyondGraph = placeBeyondGraph;
        this.shareScoring = shareScoring;
        this.scores = scores;
        this.setQueueMark = setQueueMark;
        this.publishRound = publishRound;
        this.forgetOldModels = forgetOldModels;
        this.rounds = rounds;
        this.policy = policy;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws Exception {
        ProjectId project = new ProjectId(run.project().orElseThrow());
        long round = ((Number) run.parameters().get("round")).longValue();
        if (!rounds.begin(round)) {
            run.log("The round had ended before; nothing is left to do.");
            forgetOldModels.tidy(project, run.id());
            policy.look(project);
            return;
        }
        try {
            turn(run, projects.get(project), round);
            // Labels that came during the round may be enough for the next.
            policy.look(project);
        } catch (JobHandedBack e) {
            throw e;
        } catch (JobCancelled | CancelledLearning e) {
            run.checkHandedBack();
            rounds.end(round, run, "cancelled");
            run.checkCancelled();
            throw e;
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            run.checkHandedBack();
            if (!run.triesAgain(e)) {
                rounds.end(round, run, "failed");
            }
            throw e;
        }
    }

    @Override
    public void prepareAgain(Job job) throws SQLException {
        rounds.reopen(
                new ProjectId(job.project().orElseThrow()),
                ((Number) job.parameters().get("round")).longValue());
    }

    private void turn(JobRun run, Project project, long round) throws SQLException, IOException {
        Instant begun = clock.instant();
        // The recipe's order goes on from turn to turn: one seed for all of them.
        LearnerSettings settings = LearnerSettings.auto(project.seed())
                .withSamples(project.settings().samples());
        ActiveLearner learner = new ActiveLearner(settings);

        run.stage("Snapshot of the labels");
        Snapshot snapshot;
        List<PoolRow> images;
        try (Connection connection = database.getConnection()) {
            snapshot = Snapshot.take(connection, project.id(), project.labels());
            images = PoolRow.all(connection, project.id());
        }
        run.logForLeads("%d labels to learn from, %d on the control arm to measure by"
                .formatted(snapshot.training().size(), snapshot.control().size()));

        RoundPool pool = preparePool.prepare(
                run,
                project,
                images.stream().map(PoolRow::image).toList(),
                snapshot.training().stream().map(Snapshot.Labelled::image).toList());
        keepLayout.keep(run, project, pool);
        ModelState state = ModelState.of(pool, settings, project.labels().size(), snapshot.training());
        LabelledRows labelled = state.labelled(pool);

        int unheard = snapshot.training().size() - labelled.size();
        if (unheard > 0) {
            run.logForLeads(
                    "%,d of %,d labels are not learnt: their images cannot be read, or wait until the graph is made anew"
                            .formatted(unheard, snapshot.training().size()));
        }
        // How many labels it has, or how many measure it, would tell the arm of the newest: so no stage's name says so.
        run.stage("Learning");
        Instant learning = clock.instant();
        try (LearnedModel model = learner.learn(pool.prepared(), labelled, run::cancelled, run::progress)) {
            Duration learnt = Duration.between(learning, clock.instant());
            boolean teaches = model.classesSeen() >= 2;
            try (StagedScores staged = teaches ? scores.stage(run, project.id()) : null) {
                ScoresInMind scored = new ScoresInMind(pool, snapshot.control());
                if (teaches) {
                    shareScoring.score(run, project, new ShareScoring.Learnt(pool, model, state), staged, scored);
                }
                run.stage("Evaluation on the control images");
                Evaluation evaluation =
                        Measured.evaluate(project.labels().size(), snapshot.control(), scored.control());
                run.stage("Ranking of the queue");
                List<NextQueue.Entry> queue = new RankPool(
                                project.settings().controlShare(), pool, images, rounds.seed(round))
                        .rank(learner, labelled, teaches ? model : null, scored.modelDoubt());
                Map<ImageId, List<ImageId>> lookAlikes = new FindLookAlikes(
                                pool,
                                new Withheld(project.seed(), project.settings().controlShare()))
                        .find(queue, snapshot.training(), run::cancelled);
                run.stage("Publication");
                NewModel made = new NewModel(
                        project.id(),
                        state.toBytes(json),
                        Measured.metrics(
                                labelled.size(),
                                snapshot,
                                evaluation,
                                project.labels().classes()),
                        Origin.of(snapshot, settings, pool, learnt, Duration.between(begun, clock.instant())));
                PublishRound.Outcome outcome = publishRound.publish(
                        project.id(),
                        new PublishRound.Harvest(
                                run,
                                round,
                                teaches ? new PublishRound.ScoredModel(made, staged, scored.control()) : null,
                                queue,
                                lookAlikes,
                                snapshot,
                                labelled.size(),
                                setQueueMark.now(project.id())));
                forgetOldModels.tidy(project.id(), run.id());
                int setAside =
                        images.size() - pool.images().size() - pool.beyond().size();
                report(run, evaluation, scored.size(), queue.size(), setAside, outcome);
                placeBeyondGraph.place(run, project, pool);
            }
        }
    }

    private static void report(
            JobRun run, Evaluation evaluation, int scored, int queue, int setAside, PublishRound.Outcome outcome) {
        Map<String, Object> result = new LinkedHashMap<>();
        outcome.model().ifPresent(model -> result.put("model", model.value()));
        if (!outcome.kept()) {
            result.put("queue", queue);
        }
        result.put("published", !outcome.kept());
        outcome.comparison().ifPresent(comparison -> result.put("comparison", comparison.sentence()));
        result.put("scored", scored);
        result.put("setAside", setAside);
        outcome.automatic().ifPresent(verdict -> result.put("automaticLabels", verdict.images()));
        result.forEach(run::result);
        if (evaluation != null) {
            // Its digits would tell others of how many control images it is, and so the arms of the newest answers.
            run.logForLeads("Accuracy on the control images: %.1f %%"
                    .formatted(100 * evaluation.accuracy().value()));
        }
        outcome.comparison().map(Comparison::sentence).ifPresent(run::logForLeads);
        outcome.automatic().map(Verdict::sentence).ifPresent(run::logForLeads);
        run.log(
                outcome.kept()
                        ? "Kept but not published: the model that served goes on serving, and so does its queue"
                        : outcome.model().isPresent()
                                ? "Published: %,d images in the new queue".formatted(queue)
                                : "Published: %,d images in the new queue, those first that stand for many"
                                        .formatted(queue));
    }
}
