package org.doubtless.annotation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.doubtless.account.AccountId;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;
import org.doubtless.queue.QueueLock;
import org.doubtless.queue.SentEntries;
import org.doubtless.queue.SettleEntry;
import org.doubtless.web.Problem;

/**
 * Sends images on in one step: to the front of the queue, to a second reader, or for a better image. Those that measure, of
 * the control arm or of an audit, stay where chance put them: to choose among them would make every figure biased.
 */
@ApplicationScoped
class SendImages {
    // The tilde keeps these keys apart from every key that a client may send.
    private static final String DECIDE = """
            with decided as (
              insert into annotation (project_id, image_id, account_id, outcome, client_key, purpose, created_at)
              select s.project_id, x.image_id, s.account_id, 'cannot_tell', '~sent-' || s.id || '-' || x.image_id,
                     'adjudication', s.created_at
              from sending s join sent_image x on x.sending_id = s.id where s.id = ?
              returning id, image_id
            )
            update sent_image x set annotation_id = d.id from decided d where x.sending_id = ? and x.image_id = d.image_id
            """;

    private final AgroalDataSource database;
    private final Event<AnswersChanged> changed;
    private final Clock clock;

    SendImages(AgroalDataSource database, Event<AnswersChanged> changed, Clock clock) {
        this.database = database;
        this.changed = changed;
        this.clock = clock;
    }

    /** Finds the images of a selection. */
    interface Selection {
        List<ImageId> images(Connection connection) throws SQLException;
    }

    /** The same client key again changes nothing and returns what is there. */
    @Transactional
    Sending send(ProjectId project, AccountId lead, SendTo route, String clientKey, Selection selection)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            QueueLock.share(connection, project);
            var known = Sendings.byClientKey(connection, lead, clientKey);
            if (known.isPresent()) {
                return known.get();
            }
            List<ChosenImage> chosen = ChosenImage.lock(connection, project, selection.images(connection));
            List<ChosenImage> sent = chosen.stream()
                    .filter(image -> !image.measures() && route.takes(image))
                    .toList();
            int measuring = (int) chosen.stream().filter(ChosenImage::measures).count();
            Sendings.PassedOver over = new Sendings.PassedOver(measuring, chosen.size() - measuring - sent.size());
            long sending = Sendings.insert(connection, project, lead, route, clientKey, over, clock.instant())
                    .orElseThrow(() -> Problem.conflict(
                            "client_key_used", "The clientKey " + clientKey + " was just used. Send a new one."));
            double before = route == SendTo.QUEUE ? SentEntries.front(connection, project) - 1 : Double.NaN;
            Sendings.keep(connection, sending, sent, before);
            apply(connection, project, route, sending, sent);
            return Sendings.byId(connection, project, sending).orElseThrow();
        }
    }

    private void apply(Connection connection, ProjectId project, SendTo route, long sending, List<ChosenImage> sent)
            throws SQLException {
        List<ImageId> images = sent.stream().map(ChosenImage::id).toList();
        switch (route) {
            case QUEUE -> SentEntries.putFirst(connection, project, sending, images);
            case SECOND_READER -> askAgain(connection, project, sending, sent);
            case BETTER_IMAGE -> decide(connection, sending, images);
        }
        if (route != SendTo.QUEUE && !sent.isEmpty()) {
            changed.fire(new AnswersChanged(project));
        }
    }

    private void askAgain(Connection connection, ProjectId project, long sending, List<ChosenImage> sent)
            throws SQLException {
        SentEntries.letWait(
                connection,
                project,
                sending,
                sent.stream()
                        .filter(image -> !image.isAnswered() && image.position() == null)
                        .map(ChosenImage::id)
                        .toList());
        List<ImageId> answered = sent.stream()
                .filter(image -> image.readers() != null)
                .map(ChosenImage::id)
                .toList();
        readers(connection, answered);
        for (ImageId image : answered) {
            if (ImageAnswer.refresh(connection, image)) {
                SettleEntry.passOn(connection, project, image, clock.instant());
            }
        }
    }

    private static void readers(Connection connection, List<ImageId> images) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update image set readers = 2 where id = any (?)")) {
            update.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", images.stream().map(ImageId::value).toArray()));
            update.executeUpdate();
        }
    }

    private static void decide(Connection connection, long sending, List<ImageId> images) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(DECIDE)) {
            insert.setLong(1, sending);
            insert.setLong(2, sending);
            insert.executeUpdate();
        }
        for (ImageId image : images) {
            ImageAnswer.refresh(connection, image);
            SettleEntry.remove(connection, image);
        }
    }
}
