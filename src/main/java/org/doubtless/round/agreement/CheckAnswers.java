package org.doubtless.round.agreement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.account.AccountId;
import org.doubtless.project.ProjectId;

/** What people said of gold images and of repeats, beside what is known or what they said before, oldest first. */
record CheckAnswers(List<Pair> gold, List<Pair> repeats) {
    private static final String CANNOT_TELL = "cannot tell";

    // A correction counts instead of what it corrects; skips and flags say nothing of the class.
    private static final String STANDING = """
            with said as (
              select distinct on (a.account_id, a.image_id) a.*
              from annotation a
              where a.project_id = ? and a.purpose = '%s' and a.outcome <> 'withdrawn'
                and not exists (select from annotation w where w.withdraws = a.id)
              order by a.account_id, a.image_id, a.id desc
            )
            """;
    private static final String GOLD = STANDING.formatted("gold") + """
            select a.account_id, right_one.name, c.name
            from said a join gold g on g.image_id = a.image_id join project_class right_one on right_one.id = g.class_id
            left join project_class c on c.id = a.class_id
            where a.outcome in ('labelled', 'cannot_tell') and g.account_id <> a.account_id order by a.id
            """;
    private static final String REPEATS = STANDING.formatted("repeat") + """
            select a.account_id, f.name, c.name
            from said a
            join lateral (
              select before.id, k.name from annotation before left join project_class k on k.id = before.class_id
              where before.image_id = a.image_id and before.account_id = a.account_id and before.purpose = 'answer'
                and before.outcome in ('labelled', 'cannot_tell')
                and before.id < (select min(r.id) from annotation r where r.image_id = a.image_id
                                 and r.account_id = a.account_id and r.purpose = 'repeat')
                and not exists (select from annotation w where w.withdraws = before.id)
              order by before.id desc limit 1) f on true
            left join project_class c on c.id = a.class_id
            where a.outcome in ('labelled', 'cannot_tell') order by a.id
            """;

    /** One answer, and what it is held against. */
    record Pair(AccountId account, String expected, String said) {
        boolean same() {
            return expected.equals(said);
        }
    }

    static CheckAnswers of(Connection connection, ProjectId project) throws SQLException {
        return new CheckAnswers(list(connection, GOLD, project), list(connection, REPEATS, project));
    }

    private static List<Pair> list(Connection connection, String sql, ProjectId project) throws SQLException {
        List<Pair> pairs = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, project.value());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    pairs.add(new Pair(new AccountId(row.getLong(1)), name(row.getString(2)), name(row.getString(3))));
                }
            }
        }
        return pairs;
    }

    private static String name(String label) {
        return label == null ? CANNOT_TELL : label;
    }
}
