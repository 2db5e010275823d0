package org.doubtless.round;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.doubtless.account.People;
import org.doubtless.account.Person;
import org.doubtless.project.Project;
import org.doubtless.project.Retraining;
import org.doubtless.project.TellNextRound;

/** Reads when a project's next round starts, and puts it into words. */
@ApplicationScoped
public class ReadNextRound implements TellNextRound {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final String DATES = """
            select p.retrain_at, p.retrain_paused_at, a.name
            from project p left join account a on a.id = p.retrain_paused_by where p.id = ?
            """;

    private final AgroalDataSource database;
    private final People people;
    private final Clock clock;

    ReadNextRound(AgroalDataSource database, People people, Clock clock) {
        this.database = database;
        this.people = people;
        this.clock = clock;
    }

    private record Dates(Instant at, Instant pausedAt, String pausedBy) {}

    @Override
    public String sentence(Project project) {
        try (Connection connection = database.getConnection()) {
            return of(connection, project, false).sentence();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Counts both arms where it must not show which images belong to which. */
    public NextRound of(Connection connection, Project project, boolean allArms) throws SQLException {
        Retraining retraining = project.settings().retraining();
        int newLabels = NewLabels.count(connection, project.id(), allArms);
        OptionalInt needed = LabelsNeeded.of(connection, project.id(), retraining, allArms);
        Dates dates = dates(connection, project);
        Optional<UnderWay> underWay = UnderWay.of(connection, project.id());
        Optional<WantedRound> wanted = WantedRound.of(connection, project.id())
                .filter(wish -> wish.cause() == RoundCause.HAND || retraining.way() != Retraining.Way.PAUSED);
        String missing = missing(connection, project, allArms);
        String sentence = wanted.isPresent()
                ? followed(underWay, wanted.get(), missing)
                : underWay.map(round -> "Round %d is under way. ".formatted(round.number()))
                                .orElse("")
                        + byItself(retraining, needed, newLabels, dates, missing);
        return new NextRound(
                sentence,
                needed.isPresent() ? needed.getAsInt() : null,
                newLabels,
                dates.at(),
                wanted.map(wish -> wish.cause().word()).orElse(null));
    }

    /** What keeps every round from starting; empty where nothing does. */
    private static String missing(Connection connection, Project project, boolean allArms) throws SQLException {
        Readiness readiness = Readiness.of(connection, project.id(), allArms);
        return readiness.canLearn() ? "" : readiness.missing();
    }

    private String followed(Optional<UnderWay> underWay, WantedRound wanted, String missing) {
        String why =
                switch (wanted.cause()) {
                    case LABELS -> "because enough new labels are in";
                    case SCHEDULE -> "because its time had come";
                    default ->
                        "asked for by "
                                + wanted.by()
                                        .flatMap(people::find)
                                        .map(Person::name)
                                        .orElse("somebody who is gone");
                };
        if (underWay.isPresent()) {
            return "Round %d is under way; another follows it, %s."
                    .formatted(underWay.get().number(), why);
        }
        return missing.isEmpty() ? "The next round is about to start, %s.".formatted(why) : "A round waits: " + missing;
    }

    private String byItself(Retraining retraining, OptionalInt needed, int newLabels, Dates dates, String missing) {
        return switch (retraining.way()) {
            case GROWS, LABELS -> byLabels(needed.getAsInt() - newLabels, missing);
            case SCHEDULE ->
                "The next round starts %s%s."
                        .formatted(
                                time(dates.at(), retraining.timetable().zone()),
                                missing.isEmpty() ? "" : ", if two classes have labels by then");
            case PAUSED ->
                "Paused%s on %s: no round starts by itself, “Train now” still works."
                        .formatted(
                                dates.pausedBy() == null ? "" : " by " + dates.pausedBy(),
                                DATE.format(dates.pausedAt().atOffset(ZoneOffset.UTC)));
        };
    }

    private static String byLabels(int left, String missing) {
        if (left > 0) {
            return "The next round starts after %,d more %s.".formatted(left, left == 1 ? "label" : "labels");
        }
        return missing.isEmpty() ? "The next round is about to start." : "No round starts yet: " + missing;
    }

    private String time(Instant at, ZoneId zone) {
        ZonedDateTime there = at.atZone(zone);
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        String day = there.toLocalDate().equals(today)
                ? "today"
                : there.toLocalDate().equals(today.plusDays(1)) ? "tomorrow" : "on " + DAY.format(there);
        return "%s at %s %s".formatted(day, HOUR.format(there), zone.getId());
    }

    private static Dates dates(Connection connection, Project project) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(DATES)) {
            query.setLong(1, project.id().value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Dates(instant(row, 1), instant(row, 2), row.getString(3));
            }
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
