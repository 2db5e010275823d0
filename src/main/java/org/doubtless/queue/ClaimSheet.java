package org.doubtless.queue;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.doubtless.account.AccountId;
import org.doubtless.pool.ImageId;
import org.doubtless.pool.Withheld;
import org.doubtless.project.LabelClass;
import org.doubtless.project.Labelling;
import org.doubtless.project.ProjectId;

/** Hands one person a sheet of images that the model takes for one class, leased like those of any claim. */
@ApplicationScoped
class ClaimSheet {
    private final AgroalDataSource database;
    private final LeaseEntries leases;
    private final LimitHeldImages limitHeldImages;
    private final GiveBackImages giveBack;
    private final Clock clock;

    ClaimSheet(
            AgroalDataSource database,
            LeaseEntries leases,
            LimitHeldImages limitHeldImages,
            GiveBackImages giveBack,
            Clock clock) {
        this.giveBack = giveBack;
        this.database = database;
        this.leases = leases;
        this.limitHeldImages = limitHeldImages;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param label the class; null for the one of which most images wait
     * @param again first those of the class that the person holds
     * @param release images that the person holds and gives back unanswered
     */
    record Wish(int count, LabelClass label, boolean again, List<GiveBackImages.Held> release) {}

    private record Model(long id, int number) {}

    @Transactional
    Sheet claim(ProjectId project, AccountId account, Labelling labelling, Wish wish) throws SQLException {
        try (Connection connection = database.getConnection()) {
            // No round swaps the queue between the look at it and the claim.
            QueueLock.share(connection, project);
            giveBack.free(connection, project, account, wish.release());
            Model model = model(connection, project);
            if (model == null) {
                return Sheet.none(null, Sheet.Nothing.NO_MODEL);
            }
            Withheld withheld = new Withheld(labelling.seed(), labelling.measuringShare());
            SheetCandidates candidates = SheetCandidates.read(
                    connection, project, account, model.id(), withheld, wish.again(), clock.instant());
            List<LabelClass> classes = labelling.labels().classes().stream()
                    .filter(label -> candidates.count(label.id()) > 0)
                    .sorted(Comparator.comparingInt((LabelClass label) -> -candidates.count(label.id())))
                    .toList();
            if (classes.isEmpty()) {
                boolean waits = waits(connection, project, account);
                return Sheet.none(model.number(), waits ? Sheet.Nothing.UNSURE : Sheet.Nothing.DONE);
            }
            LabelClass label = classes.contains(wish.label()) ? wish.label() : classes.get(0);
            List<ServedImage> served = lease(connection, project, account, candidates, label, wish.count());
            return new Sheet(
                    label.name(),
                    model.number(),
                    served.stream()
                            .map(image -> ClaimedImage.of(image, labelling, List.of()))
                            .toList(),
                    candidates.count(label.id()) - served.size(),
                    classes.stream()
                            .map(one -> new Sheet.Waiting(one.name(), candidates.count(one.id())))
                            .toList(),
                    null);
        }
    }

    private List<ServedImage> lease(
            Connection connection,
            ProjectId project,
            AccountId account,
            SheetCandidates candidates,
            LabelClass label,
            int count)
            throws SQLException {
        List<ImageId> held = candidates.held(label.id()).stream().limit(count).toList();
        List<ImageId> wanted = new ArrayList<>(held);
        List<ImageId> free = candidates.free(label.id());
        int more = Math.min(count - held.size(), free.size());
        int allowed = 0;
        if (more > 0) {
            allowed = limitHeldImages.allow(connection, project, account, more, clock.instant());
            wanted.addAll(free.subList(0, allowed));
        }
        List<ServedImage> served = leases.these(connection, project, account, wanted);
        limitHeldImages.unused(project, account, Math.min(allowed, wanted.size() - served.size()));
        return served;
    }

    private static Model model(Connection connection, ProjectId project) throws SQLException {
        String sql =
                "select m.id, m.number from project p join model_version m on m.id = p.published_model where p.id = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, project.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? new Model(row.getLong(1), row.getInt(2)) : null;
            }
        }
    }

    /** Whether any image of the queue waits for this person, of whatever kind. */
    private boolean waits(Connection connection, ProjectId project, AccountId account) throws SQLException {
        String sql = "select exists (select from queue_entry q where q.project_id = ?"
                + " and q.generation = (select queue_generation from project where id = ?)"
                + " and (q.leased_until < ? or q.leased_by = ?)"
                + " and (q.answered_by is null or ? <> all (q.answered_by)))";
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, project.value());
            query.setLong(2, project.value());
            query.setObject(3, now);
            query.setLong(4, account.value());
            query.setLong(5, account.value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
