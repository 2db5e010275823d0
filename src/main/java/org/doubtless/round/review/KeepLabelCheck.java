package org.doubtless.round.review;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.doubtless.jobs.JobRun;
import org.doubtless.learning.ImageDoubt;
import org.doubtless.learning.evaluation.ConfidentLabels;
import org.doubtless.project.LabelSchema;
import org.doubtless.project.Project;
import org.doubtless.round.Snapshot;

/** Keeps what a check found in the place of what the one before did. */
@ApplicationScoped
class KeepLabelCheck {
    private static final String CHECK = "insert into label_check (project_id, job_id, snapshot, labels, judged, folds,"
            + " made_at) values (?, ?, ?, ?, ?, ?, ?) returning id";
    private static final String SCORE = "insert into label_score (check_id, image_id, class_id, probability, likely,"
            + " likelihood, model, data) values (?, ?, ?, ?, ?, ?, ?, ?)";

    private final AgroalDataSource database;
    private final Clock clock;

    KeepLabelCheck(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How many labels were judged, and how many of them are worth another look. */
    record Kept(int judged, int suspects) {}

    @Transactional
    Kept keep(
            JobRun run,
            Project project,
            long snapshot,
            List<Snapshot.Labelled> known,
            List<ImageDoubt> judged,
            ConfidentLabels confident)
            throws SQLException {
        Map<Integer, Long> ofClass =
                known.stream().collect(Collectors.groupingBy(Snapshot.Labelled::label, Collectors.counting()));
        int fit = (int) known.stream()
                .filter(one -> ofClass.get(one.label()) >= CheckLabelsJob.LEAST_OF_CLASS)
                .count();
        int suspects = 0;
        try (Connection connection = database.getConnection();
                PreparedStatement forget = connection.prepareStatement("delete from label_check where project_id = ?");
                PreparedStatement scores = connection.prepareStatement(SCORE)) {
            forget.setLong(1, project.id().value());
            forget.executeUpdate();
            long check = check(connection, run, project, snapshot, known.size(), fit);
            LabelSchema labels = project.labels();
            for (int n = 0; n < known.size(); n++) {
                Snapshot.Labelled one = known.get(n);
                int likely = confident.likely(n);
                ImageDoubt doubt = judged.get(n);
                float[] probabilities = doubt.probabilities();
                scores.setLong(1, check);
                scores.setLong(2, one.image().value());
                scores.setLong(3, labels.classes().get(one.label()).id().value());
                scores.setFloat(4, probabilities[one.label()]);
                if (likely == ConfidentLabels.NONE) {
                    scores.setNull(5, Types.BIGINT);
                    scores.setFloat(6, probabilities[doubt.prediction()]);
                } else {
                    scores.setLong(5, labels.classes().get(likely).id().value());
                    scores.setFloat(6, probabilities[likely]);
                    suspects++;
                }
                scores.setFloat(7, (float) doubt.epistemic());
                scores.setFloat(8, (float) doubt.aleatoric());
                scores.addBatch();
            }
            scores.executeBatch();
        }
        return new Kept(fit, suspects);
    }

    private long check(Connection connection, JobRun run, Project project, long snapshot, int labels, int judged)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(CHECK)) {
            insert.setLong(1, project.id().value());
            insert.setLong(2, run.id().value());
            insert.setLong(3, snapshot);
            insert.setInt(4, labels);
            insert.setInt(5, judged);
            insert.setInt(6, HoldOut.FOLDS);
            insert.setObject(7, clock.instant().atOffset(ZoneOffset.UTC));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
