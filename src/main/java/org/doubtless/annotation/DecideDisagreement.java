package org.doubtless.annotation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import org.doubtless.account.AccountId;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;
import org.doubtless.queue.QueueLock;
import org.doubtless.queue.SettleEntry;
import org.doubtless.web.Problem;

/** Keeps a lead's decision between readers who differ, or about a label that a check found improbable. It is an annotation like others, and is taken back as they are. */
@ApplicationScoped
class DecideDisagreement {
    private static final String OPEN = """
            select i.state = 'disagreement' or exists (
              select from annotation a where a.image_id = i.id and a.purpose = 'adjudication'
                and a.outcome <> 'withdrawn' and not exists (select from annotation w where w.withdraws = a.id))
              or exists (select from label_score s where s.image_id = i.id and s.likely is not null)
            from image i where i.id = ?
            """;
    private static final String INSERT = """
            insert into annotation (project_id, image_id, account_id, outcome, class_id, note, client_key, purpose,
                                    created_at)
            values (?, ?, ?, ?, ?, ?, ?, 'adjudication', ?)
            on conflict (account_id, client_key) do nothing
            """;

    private final AgroalDataSource database;
    private final Event<AnswersChanged> changed;
    private final Clock clock;

    DecideDisagreement(AgroalDataSource database, Event<AnswersChanged> changed, Clock clock) {
        this.database = database;
        this.changed = changed;
        this.clock = clock;
    }

    /** Decides, anew too; the same client key again changes nothing and returns what is there. */
    @Transactional
    SubmitAnnotation.Submitted decide(ProjectId project, AccountId lead, Answer decision) throws SQLException {
        try (Connection connection = database.getConnection()) {
            QueueLock.share(connection, project);
            SubmitAnnotation.lockImage(connection, project, decision.image());
            boolean known = Annotations.byClientKey(connection, lead, decision.clientKey())
                    .isPresent();
            boolean added = !known && insert(connection, project, lead, decision);
            Annotations.Found found = Annotations.byClientKey(connection, lead, decision.clientKey())
                    .orElseThrow();
            if (!added) {
                return new SubmitAnnotation.Submitted(
                        SubmitAnnotation.same(connection, found, project, decision), false);
            }
            ImageAnswer.refresh(connection, decision.image());
            SettleEntry.remove(connection, decision.image());
            changed.fire(new AnswersChanged(project));
            return new SubmitAnnotation.Submitted(found.view(), true);
        }
    }

    private boolean insert(Connection connection, ProjectId project, AccountId lead, Answer decision)
            throws SQLException {
        checkOpen(connection, decision.image());
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, project.value());
            insert.setLong(2, decision.image().value());
            insert.setLong(3, lead.value());
            insert.setString(4, decision.outcome().word());
            insert.setObject(5, Annotations.label(decision.outcome()), Types.BIGINT);
            insert.setString(6, decision.note());
            insert.setString(7, decision.clientKey());
            insert.setObject(8, clock.instant().atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        }
    }

    private static void checkOpen(Connection connection, ImageId image) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(OPEN)) {
            query.setLong(1, image.value());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    throw Problem.conflict(
                            "no_disagreement",
                            "The readers of image " + image
                                    + " do not disagree, and no check of the labels found its label improbable, so there is nothing to decide. Read the"
                                    + " list of disagreements again.");
                }
            }
        }
    }
}
