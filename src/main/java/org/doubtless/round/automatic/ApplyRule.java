package org.doubtless.round.automatic;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.doubtless.learning.evaluation.SelectiveRule;
import org.doubtless.learning.evaluation.SelectiveRule.Decision;
import org.doubtless.learning.evaluation.SelectiveRule.Step;
import org.doubtless.model.ModelVersionId;
import org.doubtless.project.ProjectId;

/**
 * Applies a project's rule to a model that is about to be published, in its transaction: what the control arm of this
 * moment bears out is labelled. Nobody sees it before the queue is swapped.
 */
@ApplicationScoped
public class ApplyRule {
    private static final int PIECE = 10_000;
    private static final String BEGIN =
            "insert into automatic_set (project_id, model_version_id, most_wrong, created_at)"
                    + " values (?, ?, ?, ?) returning id";
    private static final String END =
            "update automatic_set set certain = ?, threshold = ?, bound = ?, images = ?, audits = ?, checked = ?, wrong = ?,"
                    + " missing = ? where id = ?";

    private final Clock clock;

    ApplyRule(Clock clock) {
        this.clock = clock;
    }

    /** @param model none where only the queue is new: without its model no label stands */
    public Applied apply(Connection connection, ProjectId project, Optional<ModelVersionId> model) throws SQLException {
        Rule rule = Rule.of(connection, project);
        if (!rule.on() || model.isEmpty()) {
            return Applied.without(rule, Optional.empty());
        }
        Instant now = clock.instant();
        long set = begin(connection, project, model.get(), rule, now);
        PassingImages images = new PassingImages(connection, project, model.get(), rule, set, now);
        Decision decision = new SelectiveRule(rule.mostWrong()).decide(images.steps());
        int labelled = 0;
        int audited = 0;
        if (decision.holds()) {
            labelled = images.label(decision.step().threshold());
            audited = images.audit(decision.step().threshold());
        }
        end(connection, set, decision, labelled, audited);
        Optional<Verdict> verdict = Verdict.of(connection, set);
        return decision.holds()
                ? new Applied(
                        rule,
                        OptionalLong.of(set),
                        ids(connection, "automatic_label", set),
                        ids(connection, "automatic_audit", set),
                        verdict)
                : Applied.without(rule, verdict);
    }

    private static long begin(Connection connection, ProjectId project, ModelVersionId model, Rule rule, Instant now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
            insert.setLong(1, project.value());
            insert.setLong(2, model.value());
            insert.setDouble(3, rule.mostWrong());
            insert.setObject(4, now.atOffset(ZoneOffset.UTC));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void end(Connection connection, long set, Decision decision, int labelled, int audited)
            throws SQLException {
        Step step = decision.step();
        try (PreparedStatement update = connection.prepareStatement(END)) {
            update.setBoolean(1, decision.holds());
            update.setObject(2, step == null ? null : step.threshold(), Types.REAL);
            update.setObject(3, step == null ? null : decision.bound(), Types.REAL);
            update.setInt(4, labelled);
            update.setInt(5, audited);
            update.setInt(6, step == null ? 0 : step.checked());
            update.setInt(7, step == null ? 0 : step.wrong());
            update.setInt(8, decision.missing());
            update.setLong(9, set);
            update.executeUpdate();
        }
    }

    private static long[] ids(Connection connection, String table, long set) throws SQLException {
        LongStream.Builder ids = LongStream.builder();
        try (PreparedStatement query =
                connection.prepareStatement("select image_id from " + table + " where set_id = ? order by image_id")) {
            query.setFetchSize(PIECE);
            query.setLong(1, set);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
        }
        return ids.build().toArray();
    }
}
