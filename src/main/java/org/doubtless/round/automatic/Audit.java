package org.doubtless.round.automatic;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.doubtless.learning.evaluation.AuditedShare;
import org.doubtless.project.ProjectId;

/**
 * What people said, blindly, of images that the model would have labelled: of all sets since the promise was made, because
 * each of them promised the same. An answer other than a label counts as wrong, and so does a skip until there is an answer:
 * whoever skips what is hard would make the labels look better than they are.
 *
 * @param low the share of wrong labels is at least this, with 95 % certainty however often one looks, and at most {@code high}
 */
public record Audit(int checked, int wrong, double low, double high) {
    // An image that two sets chose, because nobody had answered it for the first, was drawn once.
    private static final String QUERY = """
            select count(*), count(*) filter (where wrong)
            from (
              select distinct on (a.image_id) i.state <> 'labelled' or i.class_id <> a.class_id as wrong
              from automatic_set s join automatic_audit a on a.set_id = s.id join image i on i.id = a.image_id
              where s.project_id = ? and s.created_at >= ?
                and (i.state <> 'waiting'
                     or exists (select from annotation k where k.image_id = i.id and k.outcome = 'skipped'
                                and k.purpose = 'answer'
                                and not exists (select from annotation w where w.withdraws = k.id)))
              order by a.image_id, a.set_id desc
            ) checked
            """;

    static Audit since(Connection connection, ProjectId project, Instant since) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setLong(1, project.value());
            query.setObject(2, since.atOffset(ZoneOffset.UTC));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                AuditedShare share = new AuditedShare(row.getInt(1), row.getInt(2));
                return new Audit(share.checked(), share.wrong(), share.low(), share.high());
            }
        }
    }

    boolean refutes(double mostWrong) {
        return new AuditedShare(checked, wrong).refutes(mostWrong);
    }

    /** In words, for a lead. */
    public String sentence() {
        return checked == 0
                ? "None of them is audited yet."
                : "Audited blindly: %,d of %s wrong (%s to %s)."
                        .formatted(
                                wrong, Verdict.counted(checked, "label"), Verdict.percent(low), Verdict.percent(high));
    }
}
