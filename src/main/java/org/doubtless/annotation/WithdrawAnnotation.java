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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            Withdrawn withdrawn = takeBack(connection, id, account, leads, true);
            changed.fire(new AnswersChanged(withdrawn.project()));
            return withdrawn.view();
        }
    }

    /** Withdraws many annotations of one project, all or none; their images wait for anybody, as nobody has them open. */
    @Transactional
    List<AnnotationView> withdrawAll(
            ProjectId project, List<AnnotationId> ids, AccountId account, Predicate<ProjectId> leads)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            Map<AnnotationId, AnnotationView> views = new HashMap<>();
            for (AnnotationId id : inOrderOfImages(connection, project, ids)) {
                views.put(id, takeBack(connection, id, account, leads, false).view());
            }
            changed.fire(new AnswersChanged(project));
            return ids.stream().map(views::get).toList();
        }
    }

    /** Everybody locks images in this order, so that nobody waits for anybody who waits for them. */
    private static List<AnnotationId> inOrderOfImages(Connection connection, ProjectId project, List<AnnotationId> ids)
            throws SQLException {
        String sql = "select id from annotation where project_id = ? and id = any (?) order by image_id, id";
        List<AnnotationId> found = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, project.value());
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", ids.stream().map(AnnotationId::value).toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(new AnnotationId(row.getLong(1)));
                }
            }
        }
        Set<AnnotationId> known = Set.copyOf(found);
        for (AnnotationId id : ids) {
            if (!known.contains(id)) {
                throw Problem.notFound(
                        "annotation", id, "Project " + project + " has no such annotation; read yours again.");
            }
        }
        return found;
    }

    private record Withdrawn(AnnotationView view, ProjectId project) {}

    /** @param keeps whether an image that waits again is leased to the person, who has it before them */
    private Withdrawn takeBack(
            Connection connection, AnnotationId id, AccountId account, Predicate<ProjectId> leads, boolean keeps)
            throws SQLException {
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
            AccountId holder = keeps && found.account().equals(account) ? account : null;
            SettleEntry.putBack(connection, found.project(), image, holder, clock.instant());
        }
        return new Withdrawn(
                Annotations.byId(connection, withdrawal).orElseThrow().view(), found.project());
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
