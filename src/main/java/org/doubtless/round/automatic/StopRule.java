package org.doubtless.round.automatic;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.doubtless.account.AccountId;
import org.doubtless.account.People;
import org.doubtless.account.Person;
import org.doubtless.project.ProjectId;
import org.doubtless.queue.AutomaticLabels;
import org.doubtless.web.Problem;

/** Ends a project's automatic labels as a whole: its images wait in the queue again, and the rule is off. */
@ApplicationScoped
class StopRule {
    /** Of a million images. */
    private static final int PATIENCE_SECONDS = 600;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final AgroalDataSource database;
    private final People people;
    private final Clock clock;

    StopRule(AgroalDataSource database, People people, Clock clock) {
        this.database = database;
        this.people = people;
        this.clock = clock;
    }

    /** What a person wants; returns how many labels were taken back. */
    @Transactional
    @TransactionConfiguration(timeout = PATIENCE_SECONDS)
    long takeBack(ProjectId project, AccountId by) throws SQLException {
        try (Connection connection = database.getConnection()) {
            long images = AutomaticLabels.takeBack(connection, project);
            Rule rule = Rule.of(connection, project);
            if (images == 0 && !rule.on()) {
                throw Problem.conflict(
                        "nothing_automatic",
                        "Project %s has no automatic labels, and its rule is off; nothing is changed."
                                .formatted(project));
            }
            String name = people.find(by).map(Person::name).orElse("somebody");
            stop(
                    connection,
                    project,
                    "Off since %s: %s took %s back; their images wait in the queue again."
                            .formatted(today(), name, Verdict.counted(images, "automatic label")));
            return images;
        }
    }

    /** Ends what must not stand: labels of a rule that is off, and of one that its audit contradicts. */
    @Transactional
    @TransactionConfiguration(timeout = PATIENCE_SECONDS)
    void endWhatMustNotStand(ProjectId project) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Rule rule = Rule.of(connection, project);
            if (!rule.on()) {
                if (rule.set().isPresent()) {
                    AutomaticLabels.takeBack(connection, project);
                }
                return;
            }
            Audit audit = Audit.since(connection, project, rule.since());
            if (audit.refutes(rule.mostWrong())) {
                long images = AutomaticLabels.takeBack(connection, project);
                stop(connection, project, contradicted(rule, audit, images));
            }
        }
    }

    private String contradicted(Rule rule, Audit audit, long images) {
        boolean all = audit.refutesByAll(rule.mostWrong());
        return "Stopped by its audit on %s: of %s%s checked blindly %,d are wrong, %s at least with 95\u00a0%% certainty, where at most %s was promised. %s taken back; people are asked again."
                .formatted(
                        today(),
                        Verdict.counted(all ? audit.checked() : audit.newest().checked(), "automatic label"),
                        all ? "" : " of the newest publication",
                        all ? audit.wrong() : audit.newest().wrong(),
                        Verdict.percent(all ? audit.low() : audit.newest().low()),
                        Verdict.percent(rule.mostWrong()),
                        images == 1 ? "1 label is" : "%,d labels are".formatted(images));
    }

    private String today() {
        return DATE.format(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static void stop(Connection connection, ProjectId project, String why) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update project set automatic_labels = false, automatic_stopped = ? where id = ?")) {
            update.setString(1, why);
            update.setLong(2, project.value());
            update.executeUpdate();
        }
    }
}
