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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doubtless.account.AccountId;
import org.doubtless.pool.ImageId;
import org.doubtless.project.LabelClass;
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
            select not exists (select from reading r where r.image_id = i.id)
               and exists (select from queue_entry q where q.project_id = i.project_id and q.image_id = i.id
                           and (q.leased_until <= ? or q.leased_by = ?) and q.generation = (select queue_generation from project
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
     * An image and its right label.
     *
     * @param label null where the image is to be no gold
     */
    record Mark(ImageId image, LabelClass label) {}

    /**
     * What a mark has changed.
     *
     * @param before the right label until then; null where it was no gold
     * @param answer the annotation that gave it the label; null where none was needed
     */
    record Marked(long image, String before, Long answer) {}

    /**
     * Marks images, all or none, again with another label too. One that waits for its first answer takes the label as the
     * lead's, so that it leaves the queue: whoever met it there would not be measured by it. Where a mark is taken away, what
     * people answered stays written down.
     */
    @Transactional
    List<Marked> mark(ProjectId project, AccountId lead, List<Mark> marks) throws SQLException {
        try (Connection connection = database.getConnection()) {
            QueueLock.share(connection, project);
            List<Marked> marked = new ArrayList<>();
            // In one order, so that two who change the same images never wait for each other.
            List<Mark> inOrder = marks.stream()
                    .sorted(Comparator.comparingLong(mark -> mark.image().value()))
                    .toList();
            for (Mark mark : inOrder) {
                SubmitAnnotation.lockImage(connection, project, mark.image());
                String before = label(connection, mark.image()).orElse(null);
                Long answer =
                        mark.label() == null ? unmark(connection, mark.image()) : mark(connection, project, lead, mark);
                marked.add(new Marked(mark.image().value(), before, answer));
            }
            return marked;
        }
    }

    private Long mark(Connection connection, ProjectId project, AccountId lead, Mark mark) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(MARK)) {
            insert.setLong(1, mark.image().value());
            insert.setLong(2, project.value());
            insert.setLong(3, mark.label().id().value());
            insert.setLong(4, lead.value());
            insert.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
        if (!waits(connection, mark.image(), lead)) {
            return null;
        }
        AnnotationOutcome outcome = new AnnotationOutcome.Labelled(mark.label().id());
        String key = "gold-" + UUID.randomUUID();
        Answer answer = new Answer(mark.image(), outcome, null, key, null, null, Shown.ALONE);
        return submit.submit(project, lead, answer, () -> true).annotation().id();
    }

    private static Long unmark(Connection connection, ImageId image) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from gold where image_id = ?")) {
            delete.setLong(1, image.value());
            delete.executeUpdate();
        }
        return null;
    }

    /** The name of its right label; empty where it is not gold. */
    Optional<String> label(ImageId image) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return label(connection, image);
        }
    }

    private static Optional<String> label(Connection connection, ImageId image) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select c.name from gold g join project_class c on c.id = g.class_id where g.image_id = ?")) {
            query.setLong(1, image.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /** For its first answer, and nobody else is at it. */
    private boolean waits(Connection connection, ImageId image, AccountId lead) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(FREE)) {
            query.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            query.setLong(2, lead.value());
            query.setLong(3, image.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
