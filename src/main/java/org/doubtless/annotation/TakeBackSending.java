package org.doubtless.annotation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.account.AccountId;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;
import org.doubtless.queue.QueueLock;
import org.doubtless.queue.SentEntries;
import org.doubtless.queue.SettleEntry;
import org.doubtless.web.Problem;

/** Takes a sending back: its images are where they were, as far as nobody has done anything with them since. */
@ApplicationScoped
class TakeBackSending {
    private static final String IMAGES =
            "select i.id from image i join sent_image x on x.image_id = i.id where x.sending_id = ?"
                    + " order by i.id for no key update of i";
    // What two have read by now has its second answer, which stays.
    private static final String FEWER = """
            update image i set readers = coalesce(x.readers, readers_wanted(i.id)) from sent_image x
            where x.sending_id = ? and i.id = x.image_id and i.state = 'waiting' and i.readers = 2
            returning i.id
            """;
    private static final String DECISIONS = """
            select a.id from sent_image x join annotation a on a.id = x.annotation_id
            where x.sending_id = ? and not exists (select from annotation w where w.withdraws = a.id)
            """;

    private final AgroalDataSource database;
    private final WithdrawAnnotation withdraw;
    private final Event<AnswersChanged> changed;
    private final Clock clock;

    TakeBackSending(
            AgroalDataSource database, WithdrawAnnotation withdraw, Event<AnswersChanged> changed, Clock clock) {
        this.database = database;
        this.withdraw = withdraw;
        this.changed = changed;
        this.clock = clock;
    }

    /** Again changes nothing. */
    @Transactional
    Sending takeBack(ProjectId project, long id, AccountId lead) throws SQLException {
        try (Connection connection = database.getConnection()) {
            QueueLock.share(connection, project);
            Sending sending = Sendings.byId(connection, project, id)
                    .orElseThrow(() -> Problem.notFound("sending", id, "Read the list of what was sent on again."));
            ids(connection, IMAGES, id);
            if (mark(connection, id)) {
                switch (SendTo.of(sending.route())) {
                    case QUEUE -> SentEntries.putBack(connection, project, id);
                    case SECOND_READER -> askOnce(connection, project, id);
                    case BETTER_IMAGE -> withdraw(connection, project, id, lead);
                }
            }
            return Sendings.byId(connection, project, id).orElseThrow();
        }
    }

    private boolean mark(Connection connection, long id) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update sending set taken_back_at = ? where id = ? and taken_back_at is null")) {
            update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            update.setLong(2, id);
            return update.executeUpdate() == 1;
        }
    }

    private void askOnce(Connection connection, ProjectId project, long id) throws SQLException {
        List<Long> fewer = ids(connection, FEWER, id);
        for (long image : fewer) {
            if (!ImageAnswer.refresh(connection, new ImageId(image))) {
                SettleEntry.remove(connection, new ImageId(image));
            }
        }
        if (!fewer.isEmpty()) {
            changed.fire(new AnswersChanged(project));
        }
    }

    private void withdraw(Connection connection, ProjectId project, long id, AccountId lead) throws SQLException {
        List<AnnotationId> decisions =
                ids(connection, DECISIONS, id).stream().map(AnnotationId::new).toList();
        withdraw.withdrawAll(project, decisions, lead, of -> true);
        SentEntries.restore(connection, project, id);
    }

    private static List<Long> ids(Connection connection, String sql, long sending) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, sending);
            List<Long> ids = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
            return ids;
        }
    }
}
