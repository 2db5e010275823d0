package org.doubtless.round.automatic;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.doubtless.learning.evaluation.SelectiveRule;
import org.doubtless.model.ModelVersionId;
import org.doubtless.project.ProjectId;
import org.doubtless.project.TellAutomaticLabels;

/** Reads where a project's rule stands, and what it decided of a model. */
@ApplicationScoped
public class ReadAutomaticLabels implements TellAutomaticLabels {
    private final AgroalDataSource database;

    ReadAutomaticLabels(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public State state(ProjectId project) {
        try (Connection connection = database.getConnection()) {
            AutomaticState state = of(connection, project);
            return new State(state.sentence(), state.images());
        } catch (SQLException e) {
            throw new IllegalStateException("The automatic labels of project " + project + " cannot be read", e);
        }
    }

    /** A larger share than the one that was audited is another promise. */
    @Override
    public boolean isContradicted(ProjectId project, double mostWrong) {
        try (Connection connection = database.getConnection()) {
            Rule rule = Rule.of(connection, project);
            return rule.since() != null
                    && mostWrong <= rule.mostWrong()
                    && Audit.since(connection, project, rule.since()).refutes(mostWrong);
        } catch (SQLException e) {
            throw new IllegalStateException("The audit of project " + project + " cannot be read", e);
        }
    }

    public AutomaticState of(ProjectId project) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return of(connection, project);
        }
    }

    /** What the newest publication of this version decided; empty where it never was published under a rule. */
    public Optional<Verdict> of(ModelVersionId model) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Verdict.newest(connection, model);
        }
    }

    public AutomaticState of(Connection connection, ProjectId project) throws SQLException {
        Rule rule = Rule.of(connection, project);
        Verdict verdict = rule.since() == null
                ? null
                : Verdict.newest(connection, project)
                        .filter(newest -> !newest.at().isBefore(rule.since()))
                        // What was taken back says nothing of what the rule will do when it is on again.
                        .filter(newest -> !newest.certain() || rule.set().isPresent() || !rule.on())
                        .orElse(null);
        Audit audit = rule.since() == null ? null : Audit.since(connection, project, rule.since());
        long images = number(
                connection,
                "select count(*) from automatic_label where set_id = (select automatic_set from project where id = ?)",
                project);
        return new AutomaticState(
                rule.on(),
                !rule.on() && rule.stopped() != null,
                rule.mostWrong(),
                rule.auditShare(),
                images,
                verdict,
                audit,
                sentence(connection, project, rule, verdict, audit, images));
    }

    private static String sentence(
            Connection connection, ProjectId project, Rule rule, Verdict verdict, Audit audit, long images)
            throws SQLException {
        if (!rule.on()) {
            return rule.stopped() != null
                    ? rule.stopped()
                    : images > 0
                            ? "Off: %s wait in the queue again in a moment.".formatted(Verdict.counted(images, "image"))
                            : "Off: people are asked about every image.";
        }
        if (verdict == null) {
            return "On: it is applied when the next model is published. "
                    + before(connection, project, rule)
                    + (images > 0
                            ? " Until then %s the label that an earlier promise gave."
                                    .formatted(images == 1 ? "1 image keeps" : "%,d images keep".formatted(images))
                            : "");
        }
        if (rule.set().isEmpty()) {
            return verdict.sentence();
        }
        return verdict.sentence() + " " + audit.sentence();
    }

    private static String before(Connection connection, ProjectId project, Rule rule) throws SQLException {
        long labels = number(
                connection,
                "select count(*) from image where project_id = ? and arm = 'control' and state = 'labelled'",
                project);
        return "At most %s takes %,d control labels at least, with no error among them; there %s."
                .formatted(
                        Verdict.percent(rule.mostWrong()),
                        SelectiveRule.fewestChecked(rule.mostWrong()),
                        labels == 1 ? "is 1" : "are %,d".formatted(labels));
    }

    private static long number(Connection connection, String sql, ProjectId project) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, project.value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
