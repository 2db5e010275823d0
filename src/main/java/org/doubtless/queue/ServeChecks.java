package org.doubtless.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.doubtless.account.AccountId;
import org.doubtless.pool.ImageId;
import org.doubtless.project.Checks;
import org.doubtless.project.KnownProjects;
import org.doubtless.project.ProjectId;

/** Puts gold images and repeats among the images that a person claims, at places drawn by chance; they are in no queue. */
@ApplicationScoped
class ServeChecks {
    private static final String SERVE = """
            with given as (
              insert into lease (project_id, image_id, account_id, claimed_at, generation, position, score, reason,
                                 model_version_id)
              select p.id, ?, ?, ?, p.queue_generation, 0, null, ?, p.published_model from project p where p.id = ?
              returning id, image_id, claimed_at, project_id
            )
            select g.id, i.filename, i.width, i.height, g.claimed_at + make_interval(secs => p.lease_seconds)
            from given g join image i on i.id = g.image_id join project p on p.id = g.project_id
            """;

    private final KnownProjects projects;
    private final Clock clock;

    ServeChecks(KnownProjects projects, Clock clock) {
        this.projects = projects;
        this.clock = clock;
    }

    /** An image, and what its answer would measure. */
    record Check(ImageId image, Reason reason) {}

    /** Draws how many of so many images are checks, and which; fewer where there are no more. */
    List<Check> pick(Connection connection, ProjectId project, AccountId account, int count) throws SQLException {
        Checks checks = projects.labelling(project).checks();
        if (!checks.on()) {
            return List.of();
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int gold = 0;
        int repeats = 0;
        for (int k = 0; k < count; k++) {
            double lot = random.nextDouble();
            if (lot < checks.goldShare()) {
                gold++;
            } else if (lot < checks.share()) {
                repeats++;
            }
        }
        // Both are looked for whatever was drawn: how long a claim takes tells nothing.
        CheckCandidates candidates = new CheckCandidates(connection, project, account, clock.instant());
        List<Check> picked = new ArrayList<>(candidates.gold(gold));
        picked.addAll(candidates.repeats(checks.repeatAfter(), repeats));
        return picked;
    }

    /** Hands these out among others, and until the same moment as they. */
    void among(
            List<ServedImage> served, Connection connection, ProjectId project, AccountId account, List<Check> checks)
            throws SQLException {
        Instant now = clock.instant();
        for (Check check : checks) {
            int place = ThreadLocalRandom.current().nextInt(served.size() + 1);
            ServedImage image = serve(connection, project, account, check, now);
            served.add(
                    place, served.isEmpty() ? image : image.until(served.get(0).leasedUntil()));
        }
    }

    /** What this person holds and has not answered. */
    List<Check> open(Connection connection, ProjectId project, AccountId account) throws SQLException {
        return new CheckCandidates(connection, project, account, clock.instant()).open();
    }

    /**
     * Renews these among all that the person holds, which then comes in an order that nothing but ids decides: a check that
     * came at another place each time would show what it is.
     */
    void again(List<ServedImage> held, Connection connection, ProjectId project, AccountId account, List<Check> open)
            throws SQLException {
        among(held, connection, project, account, open);
        if (!open.isEmpty() || projects.labelling(project).checks().on()) {
            held.sort(Comparator.comparingLong(image -> image.image().value()));
        }
    }

    private ServedImage serve(Connection connection, ProjectId project, AccountId account, Check check, Instant now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(SERVE)) {
            insert.setLong(1, check.image().value());
            insert.setLong(2, account.value());
            insert.setObject(3, now.atOffset(ZoneOffset.UTC));
            insert.setString(4, check.reason().word());
            insert.setLong(5, project.value());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return new ServedImage(
                        check.image(),
                        row.getLong(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        false,
                        check.reason(),
                        null,
                        null);
            }
        }
    }
}
