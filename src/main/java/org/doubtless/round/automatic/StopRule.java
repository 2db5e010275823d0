package org.doubtless.round.automatic;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.doubtless.account.AccountId;
import org.doubtless.account.People;
import org.doubtless.account.Person;
import org.doubtless.project.ProjectId;
import org.doubtless.queue.TakeBackLabels;
import org.doubtless.web.Problem;

/** Ends a project's automatic labels as a whole: its images wait in the queue again, and the rule is off. */
@ApplicationScoped
class StopRule {
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
    long takeBack(ProjectId project, AccountId by) {
        long images = takeAllBack(project);
        inTransaction(connection -> {
            if (images == 0 && !Rule.of(connection, project).on()) {
                throw Problem.conflict(
                        "nothing_automatic",
                        "Project %s has no automatic labels, and its rule is off; nothing is changed."
                                .formatted(project));
            }
            String name = people.find(by).map(Person::name).orElse("somebody");
            return stop(
                    connection,
                    project,
                    "Off since %s: %s took %s back; their images wait in the queue again."
                            .formatted(today(), name, Verdict.counted(images, "automatic label")));
        });
        return images;
    }

    /** Ends what must not stand: labels of a rule that is off, and of one that its audit contradicts. */
    void endWhatMustNotStand(ProjectId project) {
        if (!inTransaction(connection -> Rule.of(connection, project)).on()) {
            takeAllBack(project);
            return;
        }
        Optional<Audit> audit = refuted(project);
        if (audit.isPresent()) {
            long images = takeAllBack(project);
            inTransaction(connection ->
                    stop(connection, project, contradicted(Rule.of(connection, project), audit.get(), images)));
        }
    }

    private Optional<Audit> refuted(ProjectId project) {
        return inTransaction(connection -> {
            Rule rule = Rule.of(connection, project);
            return Optional.of(Audit.since(connection, project, rule.since()))
                    .filter(audit -> audit.refutes(rule.mostWrong()));
        });
    }

    /** Piece by piece, so that nobody waits for all of them; a new set that comes meanwhile is looked at by whoever watches. */
    private long takeAllBack(ProjectId project) {
        OptionalLong set =
                inTransaction(connection -> Rule.of(connection, project)).set();
        if (set.isEmpty()) {
            return 0;
        }
        long images = 0;
        Optional<TakeBackLabels.Piece> piece = Optional.of(TakeBackLabels.Piece.NONE);
        while (piece.isPresent()) {
            images += piece.get().images();
            TakeBackLabels.Piece before = piece.get();
            piece = inTransaction(connection -> TakeBackLabels.next(connection, project, set.getAsLong(), before));
        }
        return images;
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

    private static boolean stop(Connection connection, ProjectId project, String why) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update project set automatic_labels = false, automatic_stopped = ? where id = ?")) {
            update.setString(1, why);
            update.setLong(2, project.value());
            return update.executeUpdate() == 1;
        }
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                return work.with(connection);
            }
        });
    }
}
