package org.doubtless.round.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.doubtless.jobs.JobKind;
import org.doubtless.jobs.JobRun;
import org.doubtless.learning.ActiveLearner;
import org.doubtless.learning.ImageDoubt;
import org.doubtless.learning.LabelledRows;
import org.doubtless.learning.LearnerSettings;
import org.doubtless.learning.evaluation.ConfidentLabels;
import org.doubtless.learning.work.CancelledLearning;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.round.PrepareLabelledPool;
import org.doubtless.round.Snapshot;
import org.doubtless.round.features.RoundPool;
import org.doubtless.web.Problem;

/**
 * Judges the labels that models learn from, each by a model that has not learnt it. Labels of control images are left alone:
 * to correct them only where a model differs would make the model look better than it is.
 */
@ApplicationScoped
class CheckLabelsJob implements JobKind {
    static final String KIND = "label-check";

    /** Of a class with fewer, one fold would hold them all. */
    static final int LEAST_OF_CLASS = HoldOut.FOLDS;

    private final Projects projects;
    private final PrepareLabelledPool prepareLabelledPool;
    private final KeepLabelCheck keep;

    CheckLabelsJob(Projects projects, PrepareLabelledPool prepareLabelledPool, KeepLabelCheck keep) {
        this.projects = projects;
        this.prepareLabelledPool = prepareLabelledPool;
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
            check(run, project);
        } catch (CancelledLearning e) {
            run.checkCancelled();
            throw e;
        }
    }

    private void check(JobRun run, Project project) throws SQLException, IOException {
        PrepareLabelledPool.LabelledPool prepared = prepareLabelledPool.prepare(run, project);
        Snapshot snapshot = prepared.snapshot();
        RoundPool pool = prepared.pool();
        List<Snapshot.Labelled> known = snapshot.training().stream()
                .filter(one -> pool.row(one.image()).isPresent())
                .toList();
        LabelledRows labelled = new LabelledRows(
                project.labels().size(),
                known.stream()
                        .mapToInt(one -> pool.row(one.image()).orElseThrow())
                        .toArray(),
                known.stream().mapToInt(Snapshot.Labelled::label).toArray());
        if (labelled.classesSeen() < 2) {
            throw Problem.conflict(
                    "too_few_labels",
                    "Labels of at least two classes are needed to judge one. Label some more images of project %s."
                            .formatted(project.id()));
        }
        run.stage("Judging each label by the others");
        ActiveLearner learner = new ActiveLearner(LearnerSettings.auto(project.seed())
                .withSamples(project.settings().samples()));
        List<ImageDoubt> judged = new HoldOut(pool.prepared(), learner, project.seed()).judge(run, labelled);
        float[][] probabilities_NC =
                judged.stream().map(ImageDoubt::probabilities).toArray(float[][]::new);
        KeepLabelCheck.Kept kept = keep.keep(
                run,
                project,
                snapshot.newest(),
                known,
                judged,
                ConfidentLabels.of(probabilities_NC, LEAST_OF_CLASS, labelled.labels()));
        run.result("suspects", kept.suspects());
        run.logForLeads("%,d of %,d labels judged, %,d to look at again"
                .formatted(kept.judged(), known.size(), kept.suspects()));
    }
}
