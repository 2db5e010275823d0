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
 * each of them promised the same, and of the newest by itself, because its model may be worse than those before. An answer
 * other than a label counts as wrong, and so does a skip until there is an answer: whoever skips what is hard would make the
 * labels look better than they are.
 *
 * @param low the share of wrong labels is at least this, with 95 % certainty however often one looks, and at most {@code high}
 * @param newest of these the newest set's
 */
public record Audit(int checked, int wrong, double low, double high, OfSet newest) {

    /** @param set its place among those of the promise; 0 where there was none */
    public record OfSet(int set, int checked, int wrong, double low, double high) {
        private static OfSet of(int set, int checked, int wrong) {
            if (set == 0) {
                return new OfSet(0, 0, 0, 0, 1);
            }
            AuditedShare share = AuditedShare.ofSet(set, checked, wrong);
            return new OfSet(set, checked, wrong, share.low(), share.high());
        }
    }

    // An image that two sets chose, because nobody had answered it for the first, was drawn once.
    private static final String QUERY = """
            with promised as (
              select id from automatic_set where project_id = ? and created_at >= ? and certain
            ), checked as (
              select distinct on (a.image_id) s.id = (select max(id) from promised) as newest,
                     i.state <> 'labelled' or i.class_id <> a.class_id as wrong
              from promised s join automatic_audit a on a.set_id = s.id join image i on i.id = a.image_id
              where i.state <> 'waiting'
                 or exists (select from annotation k where k.image_id = i.id and k.outcome = 'skipped'
                            and k.purpose = 'answer'
                            and not exists (select from annotation w where w.withdraws = k.id))
              order by a.image_id, a.set_id desc
            )
            select count(*), count(*) filter (where wrong), count(*) filter (where newest),
                   count(*) filter (where wrong and newest), (select count(*) from promised)
            from checked
            """;

    static Audit since(Connection connection, ProjectId project, Instant since) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setLong(1, project.value());
            query.setObject(2, since.atOffset(ZoneOffset.UTC));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                AuditedShare share = AuditedShare.ofAll(row.getInt(1), row.getInt(2));
                OfSet newest = OfSet.of(row.getInt(5), row.getInt(3), row.getInt(4));
                return new Audit(share.checked(), share.wrong(), share.low(), share.high(), newest);
            }
        }
    }

    boolean refutes(double mostWrong) {
        return refutesByAll(mostWrong) || newest.low() > mostWrong;
    }

    boolean refutesByAll(double mostWrong) {
        return low > mostWrong;
    }

    /** In words, for a lead. */
    public String sentence() {
        if (checked == 0) {
            return "None of them is audited yet.";
        }
        String all = "Audited blindly: %,d of %s wrong (%s to %s)."
                .formatted(wrong, Verdict.counted(checked, "label"), Verdict.percent(low), Verdict.percent(high));
        return newest.set() <= 1
                ? all
                : all + " Of this publication’s, %,d of %,d.".formatted(newest.wrong(), newest.checked());
    }
}
