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
import java.util.function.Predicate;
import org.doubtless.account.AccountId;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;
import org.doubtless.queue.QueueLock;
import org.doubtless.queue.SettleEntry;
import org.doubtless.web.Problem;

/**
 * Takes an annotation back by appending its withdrawal. When no other answer stands, the image returns to the queue,
 * leased to the person who took it back.
 */
@ApplicationScoped
class WithdrawAnnotation {
    // The tilde keeps these keys apart from every key that a client may send.
    private static final String INSERT = """
            insert into annotation (project_id, image_id, account_id, outcome, withdraws, client_key, created_at, purpose)
            values (?, ?, ?, 'withdrawn', ?, '~withdraws-' || ?::text, ?, (select purpose from annotation where id = ?))
            on conflict do nothing
            returning id
            """;

    private final AgroalDataSource database;
    private final Event<AnswersChanged> changed;
    private final Clock clock;

    WithdrawAnnotation(AgroalDataSource database, Event<AnswersChanged> changed, Clock clock) {
        this.database = database;
        this.changed = changed;
        this.clock = clock;
    }

    /** Withdraws this person's annotation, or anybody's in a project that they lead. Again changes nothing. */
    @Transactional
    AnnotationView withdraw(AnnotationId id, AccountId account, Predicate<ProjectId> leads) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Annotations.Found found = Annotations.byId(connection, id)
                    .orElseThrow(() -> Problem.notFound("annotation", id, "Read your annotations again."));
            if (found.view().outcome().equals("withdrawn")) {
                throw Problem.conflict(
                        "is_withdrawal",
                        "Annotation " + id + " is itself a withdrawal and stays. Answer the image anew instead.");
            }
            if (!found.account().equals(account) && !leads.test(found.project())) {
                throw Problem.forbidden("Annotation " + id + " is somebody else's. Ask a lead to withdraw it.");
            }
            ImageId image = new ImageId(found.view().image());
            QueueLock.share(connection, found.project());
            lock(connection, image);
            AnnotationId withdrawal = insert(connection, found, account);
            boolean waiting = ImageAnswer.refresh(connection, image);
            if (waiting && !found.purpose().checks()) {
                AccountId holder = found.account().equals(account) ? account : null;
                SettleEntry.putBack(connection, found.project(), image, holder, clock.instant());
            }
            changed.fire(new AnswersChanged(found.project()));
            return Annotations.byId(connection, withdrawal).orElseThrow().view();
        }
    }

    private static void lock(Connection connection, ImageId image) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select 1 from image where id = ? for no key update")) {
            lock.setLong(1, image.value());
            lock.execute();
        }
    }

    private AnnotationId insert(Connection connection, Annotations.Found found, AccountId account) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, found.project().value());
            insert.setLong(2, found.view().image());
            insert.setLong(3, account.value());
            insert.setLong(4, found.view().id());
            insert.setLong(5, found.view().id());
            insert.setObject(6, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setLong(7, found.view().id());
            try (ResultSet row = insert.executeQuery()) {
                if (row.next()) {
                    return new AnnotationId(row.getLong(1));
                }
            }
        }
        try (PreparedStatement query = connection.prepareStatement("select id from annotation where withdraws = ?")) {
            query.setLong(1, found.view().id());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new AnnotationId(row.getLong(1));
            }
        }
    }
}
