package org.doubtless.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.account.AccountId;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;

/** What one person may be asked to be measured by. */
final class CheckCandidates {
    private static final String HELD = "l.claimed_at > at.now - make_interval(secs => at.lease_seconds)";
    private static final String AT = """
            with at as (
              select p.id as project_id, p.queue_generation, p.lease_seconds, cast(? as bigint) as account_id,
                     cast(? as timestamptz) as now
              from project p where p.id = ?
            )""";
    // A gold image that waits in the queue is asked there as any other; who was ever handed it there knows it.
    private static final String GOLD = AT + """

            select g.image_id from at join gold g on g.project_id = at.project_id and g.account_id <> at.account_id
            where not exists (select from queue_entry q where q.project_id = at.project_id
                              and q.generation = at.queue_generation and q.image_id = g.image_id)
              and not exists (select from lease l where l.image_id = g.image_id and l.account_id = at.account_id
                              and (l.reason <> 'gold' or %s))
              and not exists (select from annotation a where a.image_id = g.image_id and a.account_id = at.account_id
                              and a.outcome <> 'withdrawn'
                              and not exists (select from annotation w where w.withdraws = a.id))
            order by random() limit ?
            """.formatted(HELD);
    // Of the newest that are old enough, so that a claim does not sort all that a person ever answered.
    private static final String REPEATS = AT + """
            , old as (
              select a.id from annotation a, at
              where a.account_id = at.account_id and a.project_id = at.project_id and a.outcome <> 'withdrawn'
              order by a.id desc offset ? limit 1
            ), mine as (
              select a.id, a.image_id from annotation a, at, old
              where a.account_id = at.account_id and a.project_id = at.project_id and a.id <= old.id
                and a.purpose = 'answer' and a.outcome in ('labelled', 'cannot_tell')
              order by a.id desc limit 2000
            ), repeatable as (
              select distinct m.image_id from mine m, at, old
              where not exists (select from annotation w where w.withdraws = m.id)
                and not exists (select from annotation b where b.image_id = m.image_id and b.account_id = at.account_id
                                and (b.id > old.id or b.purpose = 'repeat'))
                and not exists (select from lease l where l.image_id = m.image_id and l.account_id = at.account_id
                                and l.reason = 'repeat' and %s)
                and not exists (select from queue_entry q where q.project_id = at.project_id
                                and q.generation = at.queue_generation and q.image_id = m.image_id
                                and (q.answered_by is null or at.account_id <> all (q.answered_by)))
            )
            select image_id from repeatable order by random() limit ?
            """.formatted(HELD);
    private static final String OPEN = AT + """

            select o.image_id, o.reason from at, own_checks(at.project_id, at.account_id, at.now) o
            where o.outcome is null order by o.image_id
            """;

    private final Connection connection;
    private final ProjectId project;
    private final AccountId account;
    private final Instant now;

    CheckCandidates(Connection connection, ProjectId project, AccountId account, Instant now) {
        this.connection = connection;
        this.project = project;
        this.account = account;
        this.now = now;
    }

    /** Images with a known answer that the person never saw here, up to so many. */
    List<ServeChecks.Check> gold(int most) throws SQLException {
        try (PreparedStatement query = prepared(GOLD)) {
            query.setInt(4, most);
            return list(query, Reason.GOLD);
        }
    }

    /** Images that the person answered before so many other answers, and was not asked about again. */
    List<ServeChecks.Check> repeats(int after, int most) throws SQLException {
        try (PreparedStatement query = prepared(REPEATS)) {
            query.setInt(4, after);
            query.setInt(5, most);
            return list(query, Reason.REPEAT);
        }
    }

    /** What the person holds and has not answered. */
    List<ServeChecks.Check> open() throws SQLException {
        List<ServeChecks.Check> open = new ArrayList<>();
        try (PreparedStatement query = prepared(OPEN);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                open.add(new ServeChecks.Check(new ImageId(row.getLong(1)), Reason.of(row.getString(2))));
            }
        }
        return open;
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        query.setLong(1, account.value());
        query.setObject(2, now.atOffset(ZoneOffset.UTC));
        query.setLong(3, project.value());
        return query;
    }

    private static List<ServeChecks.Check> list(PreparedStatement query, Reason reason) throws SQLException {
        List<ServeChecks.Check> found = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                found.add(new ServeChecks.Check(new ImageId(row.getLong(1)), reason));
            }
        }
        return found;
    }
}
