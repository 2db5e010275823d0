package org.doubtless.pool;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.doubtless.account.AccountId;
import org.doubtless.project.ProjectId;

/**
 * Images that one person is, was or may be asked about only to be measured. To this person they look as any other image
 * would: until they have answered it waits, and then it has their answer. Else the lists would tell what it is, whoever read
 * them before the image came or after its lease lapsed.
 */
final class OwnChecks {
    static final OwnChecks NONE = new OwnChecks(Map.of());

    private static final String QUERY = """
            select o.image_id, o.outcome, o.class_id, c.name from own_checks(?, ?, ?) o
            left join project_class c on c.id = o.class_id
            union all
            select g.image_id, null, null, null from gold g
            where g.project_id = ? and g.account_id <> ?
              and not exists (select from lease l where l.image_id = g.image_id and l.account_id = ? and l.reason <> 'gold')
              and not exists (select from annotation a where a.image_id = g.image_id and a.account_id = ?
                              and a.outcome <> 'withdrawn'
                              and not exists (select from annotation w where w.withdraws = a.id))
            """;

    private final Map<Long, Look> looks;

    /** How an image looks; without a label both its id and its name are null. */
    record Look(String state, Long labelId, String label) {
        private static final Look WAITING = new Look(ImageFilter.WAITING, null, null);

        /** A skipped image is asked again, and so it waits. */
        static Look of(String outcome, Long labelId, String label) {
            return outcome == null || outcome.equals("skipped") ? WAITING : new Look(outcome, labelId, label);
        }
    }

    private OwnChecks(Map<Long, Look> looks) {
        this.looks = looks;
    }

    static OwnChecks read(Connection connection, ProjectId project, AccountId account, Instant now)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setLong(1, project.value());
            query.setLong(2, account.value());
            query.setObject(3, now.atOffset(ZoneOffset.UTC));
            query.setLong(4, project.value());
            query.setLong(5, account.value());
            query.setLong(6, account.value());
            query.setLong(7, account.value());
            Map<Long, Look> looks = new LinkedHashMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    looks.put(
                            row.getLong(1), Look.of(row.getString(2), row.getObject(3, Long.class), row.getString(4)));
                }
            }
            return looks.isEmpty() ? NONE : new OwnChecks(looks);
        }
    }

    boolean isEmpty() {
        return looks.isEmpty();
    }

    /** Null for an image that looks as it is. */
    Look of(long image) {
        return looks.get(image);
    }

    Long[] all() {
        return looks.keySet().toArray(Long[]::new);
    }

    /** Those that a list of this filter has in it. */
    Long[] among(ImageFilter filter) {
        Predicate<Look> state = look -> filter.state() == null || filter.state().equals(look.state());
        Predicate<Look> label =
                look -> filter.label() == null || Objects.equals(filter.label().value(), look.labelId());
        return looks.entrySet().stream()
                .filter(entry -> state.and(label).test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toArray(Long[]::new);
    }
}
