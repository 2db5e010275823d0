package org.doubtless.demo;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.doubtless.account.AccountId;
import org.doubtless.annotation.AnswerAs;
import org.doubtless.jobs.JobKind;
import org.doubtless.jobs.JobRun;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ClassId;
import org.doubtless.project.ProjectId;
import org.doubtless.queue.ClaimNextImages;
import org.doubtless.queue.ServedImage;

/** Labels a demo project by the truth kept aside, through the same queue and the same answers as a person. */
@ApplicationScoped
class OracleJob implements JobKind {
    static final String KIND = "oracle";

    private final AgroalDataSource database;
    private final ClaimNextImages claim;
    private final AnswerAs answer;
    private final OracleAccount account;

    OracleJob(AgroalDataSource database, ClaimNextImages claim, AnswerAs answer, OracleAccount account) {
        this.database = database;
        this.claim = claim;
        this.answer = answer;
        this.account = account;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws SQLException, InterruptedException {
        ProjectId project = new ProjectId(run.project().orElseThrow());
        int perMinute = ((Number) run.parameters().get("perMinute")).intValue();
        long pause = TimeUnit.MINUTES.toNanos(1) / perMinute;
        AccountId oracle = account.of(project);
        run.stage("Labelling, %d a minute".formatted(perMinute));
        long due = System.nanoTime();
        for (long given = 0; ; given++) {
            run.checkCancelled();
            List<ServedImage> served = claim.claim(project, oracle, 1);
            if (served.isEmpty()) {
                run.log("Nothing is left to label.");
                return;
            }
            due = Math.max(due + pause, System.nanoTime() - pause);
            sleepUntil(run, due);
            answer(project, oracle, served.get(0), (int) TimeUnit.NANOSECONDS.toMillis(pause));
            run.progress(given + 1, 0);
        }
    }

    private static void sleepUntil(JobRun run, long due) throws InterruptedException {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            run.checkCancelled();
            TimeUnit.NANOSECONDS.sleep(Math.min(left, TimeUnit.MILLISECONDS.toNanos(500)));
        }
    }

    private void answer(ProjectId project, AccountId oracle, ServedImage served, int milliseconds) throws SQLException {
        Optional<ClassId> truth = truth(served.image());
        String key = "oracle-" + served.lease();
        if (truth.isPresent()) {
            answer.labelled(project, oracle, served.image(), truth.get(), key, milliseconds);
        } else {
            answer.cannotTell(project, oracle, served.image(), key, milliseconds);
        }
    }

    private Optional<ClassId> truth(ImageId image) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select class_id from image_truth where image_id = ?")) {
            query.setLong(1, image.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.ofNullable(row.getObject(1, Long.class)).map(ClassId::new)
                        : Optional.empty();
            }
        }
    }
}
