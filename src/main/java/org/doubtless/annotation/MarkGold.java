package org.doubtless.annotation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.doubtless.account.AccountId;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ClassId;
import org.doubtless.project.ProjectId;
import org.doubtless.queue.QueueLock;

/** Marks images as gold: people are asked about them to see how often they are right. */
@ApplicationScoped
class MarkGold {
    private static final String MARK = """
            insert into gold (image_id, project_id, class_id, account_id, marked_at) values (?, ?, ?, ?, ?)
            on conflict (image_id) do update
            set class_id = excluded.class_id, account_id = excluded.account_id, marked_at = excluded.marked_at
            """;
    private static final String FREE = """
            select not exists (select from annotation a where a.image_id = i.id)
               and exists (select from queue_entry q where q.project_id = i.project_id and q.image_id = i.id
                           and q.leased_until <= ? and q.generation = (select queue_generation from project
                                                                       where id = i.project_id))
            from image i where i.id = ?
            """;

    private final AgroalDataSource database;
    private final SubmitAnnotation submit;
    private final Clock clock;

    MarkGold(AgroalDataSource database, SubmitAnnotation submit, Clock clock) {
        this.database = database;
        this.submit = submit;
        this.clock = clock;
    }

    /**
     * Marks it, again with another label too. An image that waits for its first answer takes the label as the lead's, so that
     * it leaves the queue: whoever met it there would not be measured by it.
     */
    @Transactional
    void mark(ProjectId project, ImageId image, ClassId label, AccountId lead) throws SQLException {
        try (Connection connection = database.getConnection()) {
            QueueLock.share(connection, project);
            SubmitAnnotation.lockImage(connection, project, image);
            try (PreparedStatement insert = connection.prepareStatement(MARK)) {
                insert.setLong(1, image.value());
                insert.setLong(2, project.value());
                insert.setLong(3, label.value());
                insert.setLong(4, lead.value());
                insert.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
            if (waits(connection, image)) {
                AnnotationOutcome outcome = new AnnotationOutcome.Labelled(label);
                submit.submit(
                        project,
                        lead,
                        new Answer(image, outcome, null, "gold-" + UUID.randomUUID(), null, null, Shown.ALONE),
                        () -> true);
            }
        }
    }

    /** Takes the mark away; what people answered stays written down. */
    @Transactional
    void unmark(ImageId image) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from gold where image_id = ?")) {
            delete.setLong(1, image.value());
            delete.executeUpdate();
        }
    }

    /** The name of its right label; empty where it is not gold. */
    Optional<String> label(ImageId image) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select c.name from gold g join project_class c on c.id = g.class_id where g.image_id = ?")) {
            query.setLong(1, image.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private boolean waits(Connection connection, ImageId image) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(FREE)) {
            query.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            query.setLong(2, image.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
