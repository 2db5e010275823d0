package org.doubtless.queue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.doubtless.account.AccountId;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Problem;

/**
 * Keeps one person from taking the queue away from all others by claiming and never answering. Memory adds up what was
 * handed out, as if nothing had been answered; only when that is too much, the database counts what is still held. So
 * the limit costs nearly every claim nothing, and holds to within what is claimed at the same moment.
 */
@ApplicationScoped
class LimitHeldImages {
    static final int MOST = 200;

    private static final Duration MEMORY = Duration.ofHours(1);
    private static final int MOST_HANDS = 10_000;
    private static final String COUNT = """
            select count(distinct l.image_id)
            from project p
            join lease l on l.project_id = p.id and l.account_id = ?
              and l.claimed_at > ? - make_interval(secs => p.lease_seconds)
            join queue_entry q on q.project_id = p.id and q.generation = p.queue_generation and q.image_id = l.image_id
              and q.leased_by = l.account_id and q.leased_until > ?
            where p.id = ?
            """;

    private final Cache<Hand, Integer> handedOut = Caffeine.newBuilder()
            .expireAfterAccess(MEMORY)
            .maximumSize(MOST_HANDS)
            .build();

    private record Hand(ProjectId project, AccountId account) {}

    /** How many of the wanted images the person may have; none is a problem. */
    int allow(Connection connection, ProjectId project, AccountId account, int wanted, Instant now)
            throws SQLException {
        Hand hand = new Hand(project, account);
        Integer held = handedOut.getIfPresent(hand);
        if (held == null || held + wanted > MOST) {
            held = count(connection, hand, now);
            handedOut.put(hand, held);
        }
        int allowed = Math.min(wanted, MOST - held);
        if (allowed <= 0) {
            throw Problem.conflict(
                    "too_many_held",
                    "You hold %d images of project %s that are not answered. Answer them first; to see them, claim with \"again\": true."
                            .formatted(held, project));
        }
        handedOut.asMap().merge(hand, allowed, Integer::sum);
        return allowed;
    }

    /** Takes back what was allowed and not found. */
    void unused(ProjectId project, AccountId account, int images) {
        handedOut.asMap().computeIfPresent(new Hand(project, account), (hand, held) -> Math.max(0, held - images));
    }

    private static int count(Connection connection, Hand hand, Instant now) throws SQLException {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        try (PreparedStatement query = connection.prepareStatement(COUNT)) {
            query.setLong(1, hand.account().value());
            query.setObject(2, at);
            query.setObject(3, at);
            query.setLong(4, hand.project().value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
