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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.doubtless.account.AccountId;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;
import org.doubtless.queue.LeaseState;
import org.doubtless.queue.Purpose;
import org.doubtless.queue.QueueLock;
import org.doubtless.queue.SettleEntry;
import org.doubtless.web.Problem;

/**
 * Keeps an answer: appends the annotation, brings the image's derived state up to date and takes the image out of the
 * queue, or leaves it to further readers, in one transaction. The same client key again changes nothing and returns what is there.
 */
@ApplicationScoped
class SubmitAnnotation {
    private final AgroalDataSource database;
    private final Event<AnswersChanged> changed;
    private final Clock clock;

    SubmitAnnotation(AgroalDataSource database, Event<AnswersChanged> changed, Clock clock) {
        this.database = database;
        this.changed = changed;
        this.clock = clock;
    }

    /** What came of it: the annotation, and whether this call added it. */
    record Submitted(AnnotationView annotation, boolean added) {}

    /**
     * What was ever handed to a person they may answer, however late; any other image only who leads the project.
     *
     * @param leads whether the person does; asked only where it matters
     */
    @Transactional
    Submitted submit(ProjectId project, AccountId account, Answer answer, BooleanSupplier leads) throws SQLException {
        try (Connection connection = database.getConnection()) {
            QueueLock.share(connection, project);
            Submitted submitted = keep(connection, project, account, answer, leads);
            if (submitted.added()) {
                changed.fire(new AnswersChanged(project));
            }
            return submitted;
        }
    }

    /**
     * Keeps many answers, all or none.
     *
     * @param leads as of one answer
     */
    @Transactional
    List<Submitted> submitAll(ProjectId project, AccountId account, List<Answer> answers, BooleanSupplier leads)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            QueueLock.share(connection, project);
            Map<ImageId, Submitted> kept = new HashMap<>();
            // In one order, so that two who answer the same images never wait for each other.
            for (Answer answer : Answer.inOrderOfImages(answers)) {
                kept.put(answer.image(), keep(connection, project, account, answer, leads));
            }
            if (kept.values().stream().anyMatch(Submitted::added)) {
                changed.fire(new AnswersChanged(project));
            }
            return answers.stream().map(answer -> kept.get(answer.image())).toList();
        }
    }

    private Submitted keep(
            Connection connection, ProjectId project, AccountId account, Answer answer, BooleanSupplier leads)
            throws SQLException {
        lockImage(connection, project, answer.image());
        Optional<Annotations.Found> before = Annotations.byClientKey(connection, account, answer.clientKey());
        if (before.isPresent()) {
            return new Submitted(same(connection, before.get(), project, answer), false);
        }
        LeaseState lease = LeaseState.of(connection, project, answer.image(), account, clock.instant());
        checkClaimed(lease, answer.image(), leads);
        Purpose purpose = purpose(connection, account, answer, lease);
        Optional<AnnotationView> added =
                Annotations.append(connection, project, account, answer, lease, purpose, clock.instant());
        if (added.isEmpty()) {
            // The same answer came twice at once, for another image: the other transaction was first.
            Annotations.Found found = Annotations.byClientKey(connection, account, answer.clientKey())
                    .orElseThrow();
            return new Submitted(same(connection, found, project, answer), false);
        }
        if (purpose.checks()) {
            // Changes nothing, and takes as long as any other answer.
            ImageAnswer.refresh(connection, answer.image());
        } else if (answer.outcome() instanceof AnnotationOutcome.Skipped) {
            SettleEntry.toTheEnd(
                    connection,
                    new SettleEntry.Turn(
                            project, answer.image(), account, added.get().id(), clock.instant()));
        } else {
            settle(connection, project, answer.image());
        }
        return new Submitted(added.get(), true);
    }

    /** A correction is for what the answer was for that it corrects; any other, for what the image was handed out for. */
    private static Purpose purpose(Connection connection, AccountId account, Answer answer, LeaseState lease)
            throws SQLException {
        if (answer.corrects() == null) {
            return lease.purpose();
        }
        return Annotations.byClientKey(connection, account, answer.corrects())
                .filter(found -> found.view().image() == answer.image().value())
                .map(Annotations.Found::purpose)
                .filter(purpose -> purpose != Purpose.ADJUDICATION)
                .orElse(lease.purpose());
    }

    private void settle(Connection connection, ProjectId project, ImageId image) throws SQLException {
        if (ImageAnswer.refresh(connection, image)) {
            SettleEntry.passOn(connection, project, image, clock.instant());
        } else {
            SettleEntry.remove(connection, image);
        }
    }

    private static void checkClaimed(LeaseState lease, ImageId image, BooleanSupplier leads) {
        if (lease.known()) {
            return;
        }
        if (lease.heldByAnother()) {
            throw Problem.conflict(
                    "leased_to_another",
                    "Image " + image + " is just being labelled by somebody else, and you never claimed"
                            + " it. Claim your own images from the queue.");
        }
        if (!leads.getAsBoolean()) {
            throw Problem.conflict(
                    "not_claimed",
                    "You never claimed image " + image + ", and only leads answer images out of turn. Claim your own"
                            + " images from the queue.");
        }
    }

    static AnnotationView same(Connection connection, Annotations.Found found, ProjectId project, Answer answer)
            throws SQLException {
        boolean sameAnswer = found.project().equals(project)
                && found.view().image() == answer.image().value()
                && found.view().outcome().equals(answer.outcome().word())
                && Annotations.hasLabel(connection, found, answer.outcome());
        if (!sameAnswer) {
            throw Problem.conflict(
                    "client_key_used",
                    "The clientKey " + answer.clientKey() + " was used before, for annotation "
                            + found.view().id() + " of image " + found.view().image()
                            + ". Send a new key for a new answer.");
        }
        return found.view();
    }

    static void lockImage(Connection connection, ProjectId project, ImageId image) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select 1 from image where id = ? and project_id = ? for no key update")) {
            lock.setLong(1, image.value());
            lock.setLong(2, project.value());
            try (ResultSet row = lock.executeQuery()) {
                if (!row.next()) {
                    throw Problem.notFound(
                            "image", image, "Project " + project + " has no such image; claim one from its queue.");
                }
            }
        }
    }
}
