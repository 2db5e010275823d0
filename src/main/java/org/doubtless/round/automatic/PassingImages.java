package org.doubtless.round.automatic;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.doubtless.learning.evaluation.SelectiveRule;
import org.doubtless.learning.evaluation.SelectiveRule.Step;
import org.doubtless.model.ModelVersionId;
import org.doubtless.project.ProjectId;

/**
 * The images of a pool by how sure a model is of them, counted and marked by the database: a pool may have a million. How
 * sure it is, that is the probability of the class that it takes an image for.
 */
final class PassingImages {
    private static final String SURE = "s.probabilities[c.position + 1]";
    private static final String SCORES =
            " from image_score s join project_class c on c.id = s.prediction join image i on i.id = s.image_id ";
    // By chance, and anew for every set: the share of all hashes that is below the audit's.
    private static final String AUDITED = "(hashint8extended(i.id, ?) & 1048575) < ? * 1048576";
    // What a lead has sent to people is theirs, too.
    private static final String HELD =
            "(exists (select from queue_entry q where q.image_id = i.id and (q.leased_until > ? or q.answered_by is not null"
                    + " or q.reason = 'sent')) or i.id in (select image_id from sent_to_second_reader))";

    private static final String THRESHOLDS = "select percentile_disc(?::float8[]) within group (order by " + SURE
            + " desc)" + SCORES + "where s.model_version_id = ?";

    /**
     * By the number of thresholds reached. An answer other than a label counts as wrong, and so does a control image that
     * somebody skipped: whoever skips what is hard would make the model look better than it is.
     */
    private static final String COUNTS = """
            select reached,
                   count(*) filter (where not control and waiting and not held and not audited),
                   count(*) filter (where not control and (not waiting or held)),
                   count(*) filter (where control and (not waiting or skipped)),
                   count(*) filter (where control and (skipped or not waiting and not agrees))
            from (
              select width_bucket(%s, ?::real[]) as reached, i.arm = 'control' as control, i.state = 'waiting' as waiting,
                     i.arm = 'active' and i.state = 'waiting' and %s as held, %s as audited,
                     i.state = 'labelled' and i.class_id = s.prediction as agrees,
                     i.arm = 'control' and i.state = 'waiting' and exists (
                       select from annotation a where a.image_id = i.id and a.outcome = 'skipped' and a.purpose = 'answer'
                         and not exists (select from annotation w where w.withdraws = a.id)) as skipped
              %s where s.model_version_id = ?
            ) images
            group by reached
            """.formatted(SURE, HELD, AUDITED, SCORES);

    private static final String MARK =
            "insert into %s (set_id, image_id, class_id, probability) select ?, i.id, s.prediction, "
                    + SURE + SCORES
                    + "where s.model_version_id = ? and i.project_id = ? and i.arm = 'active' and i.state = 'waiting'"
                    + " and " + SURE + " >= ?::real and not " + HELD + " and %s " + AUDITED;

    private final Connection connection;
    private final ProjectId project;
    private final ModelVersionId model;
    private final Rule rule;
    private final long set;
    private final Instant now;

    /** @param set the labels are for; it draws what is audited */
    PassingImages(Connection connection, ProjectId project, ModelVersionId model, Rule rule, long set, Instant now) {
        this.connection = connection;
        this.project = project;
        this.model = model;
        this.rule = rule;
        this.set = set;
        this.now = now;
    }

    /** The rule's candidates, the strictest in front; empty where nothing is scored. */
    List<Step> steps() throws SQLException {
        double[] rising = thresholds();
        Array array =
                connection.createArrayOf("float4", Arrays.stream(rising).boxed().toArray());
        int[][] counts = new int[rising.length + 1][4];
        try (PreparedStatement query = connection.prepareStatement(COUNTS)) {
            query.setArray(1, array);
            query.setObject(2, now.atOffset(ZoneOffset.UTC));
            query.setLong(3, lot());
            query.setDouble(4, rule.auditShare());
            query.setLong(5, model.value());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    for (int column = 0; column < 4; column++) {
                        counts[row.getInt(1)][column] = row.getInt(column + 2);
                    }
                }
            }
        } finally {
            array.free();
        }
        List<Step> steps = new ArrayList<>();
        int[] passing = new int[4];
        for (int reached = rising.length; reached > 0; reached--) {
            for (int column = 0; column < 4; column++) {
                passing[column] += counts[reached][column];
            }
            steps.add(new Step(rising[reached - 1], passing[0], passing[1], passing[2], passing[3]));
        }
        return steps;
    }

    /** Different ones, rising; the pool alone fixes them. */
    private double[] thresholds() throws SQLException {
        Array coverages = connection.createArrayOf(
                "float8", Arrays.stream(SelectiveRule.coverages()).boxed().toArray());
        try (PreparedStatement query = connection.prepareStatement(THRESHOLDS)) {
            query.setArray(1, coverages);
            query.setLong(2, model.value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                Array found = row.getArray(1);
                return found == null
                        ? new double[0]
                        : Arrays.stream((Float[]) found.getArray())
                                .flatMapToDouble(sure -> DoubleStream.of(sure))
                                .distinct()
                                .sorted()
                                .toArray();
            }
        } finally {
            coverages.free();
        }
    }

    /** Labels what passes, but what is kept for the audit. */
    int label(double threshold) throws SQLException {
        return mark(MARK.formatted("automatic_label", "not"), threshold);
    }

    /** Keeps a share of what passes for the audit. */
    int audit(double threshold) throws SQLException {
        return mark(MARK.formatted("automatic_audit", ""), threshold);
    }

    private int mark(String sql, double threshold) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, set);
            insert.setLong(2, model.value());
            insert.setLong(3, project.value());
            insert.setFloat(4, (float) threshold);
            insert.setObject(5, now.atOffset(ZoneOffset.UTC));
            insert.setLong(6, lot());
            insert.setDouble(7, rule.auditShare());
            return insert.executeUpdate();
        }
    }

    private long lot() {
        return rule.seed() ^ (set * 0x9E3779B97F4A7C15L);
    }
}
