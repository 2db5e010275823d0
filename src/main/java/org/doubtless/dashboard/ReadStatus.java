package org.doubtless.dashboard;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.doubtless.model.Comparison;
import org.doubtless.pool.SumDoubts;
import org.doubtless.project.MayKnowArm;
import org.doubtless.project.Project;
import org.doubtless.project.ShowArm;
import org.doubtless.round.NextRound;
import org.doubtless.round.ReadNextRound;
import org.doubtless.round.automatic.AutomaticState;
import org.doubtless.round.automatic.ReadAutomaticLabels;
import org.doubtless.round.curve.Forecast;

/** Reads where a project stands; never touches image bytes. */
@ApplicationScoped
public class ReadStatus {
    // Those that wait are what the index of the states does not name: most of a large pool need not be read.
    private static final String COUNTS = """
            select (select count(*) from image where project_id = p.id),
                   coalesce(sum(s.number) filter (where s.state = 'labelled'), 0),
                   coalesce(sum(s.number) filter (where s.state = 'cannot_tell'), 0),
                   coalesce(sum(s.number) filter (where s.state = 'flagged'), 0),
                   coalesce(sum(s.number) filter (where s.state = 'disagreement'), 0),
                   (select count(*) from image where project_id = p.id and state = 'waiting' and readers is not null),
                   (select count(*) from image where project_id = p.id and arm = 'control'),
                   (select count(*) from image where project_id = p.id and arm = 'control' and state = 'labelled')
            from project p left join lateral (
              select state, count(*) as number from image
              where project_id = p.id and state in ('labelled', 'cannot_tell', 'flagged', 'disagreement')
              group by state) s on true
            where p.id = ? group by p.id
            """;
    private static final String WORK = """
            select count(*), coalesce(sum(milliseconds), 0) / 60000.0
            from annotation where project_id = ? and outcome <> 'withdrawn'
            """;
    private static final String KEPT = """
            select number, metrics -> 'comparison' ->> 'sentence', metrics -> 'comparison' ->> 'with'
            from model_version m where project_id = ? and state = 'kept' and metrics -> 'comparison' is not null
              and number = (select max(number) from model_version where project_id = m.project_id)
            """;

    private final AgroalDataSource database;
    private final ReadNextRound readNextRound;
    private final ReadAutomaticLabels readAutomaticLabels;
    private final Forecast forecast;
    private final SumDoubts sumDoubts;
    private final MayKnowArm mayKnowArm;
    private final ObjectMapper json;

    ReadStatus(
            AgroalDataSource database,
            ReadNextRound readNextRound,
            ReadAutomaticLabels readAutomaticLabels,
            Forecast forecast,
            SumDoubts sumDoubts,
            MayKnowArm mayKnowArm,
            ObjectMapper json) {
        this.database = database;
        this.readNextRound = readNextRound;
        this.readAutomaticLabels = readAutomaticLabels;
        this.forecast = forecast;
        this.sumDoubts = sumDoubts;
        this.mayKnowArm = mayKnowArm;
        this.json = json;
    }

    /** As far as the person who asks may know it: only leads and administrators see counts by arm. */
    public ProjectStatus of(Project project) throws SQLException, IOException {
        return read(project, mayKnowArm.in(project.id()) == ShowArm.NO);
    }

    /** As an annotator may know it, whoever asks; for the page on which people label. */
    public ProjectStatus blind(Project project) throws SQLException, IOException {
        return read(project, true);
    }

    private ProjectStatus read(Project project, boolean blind) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            long[] counts = new long[9];
            one(connection, COUNTS, project, row -> {
                counts[0] = row.getLong(1);
                for (int column = 2; column < counts.length; column++) {
                    counts[column] = row.getLong(column);
                }
            });
            counts[1] = counts[0] - counts[2] - counts[3] - counts[4] - counts[5];
            boolean waits = counts[1] > 0;
            // The mean of those that wait would move with an answer by the doubts of its image, which may be
            // withheld, and stand still after one that only measures a person.
            SumDoubts.Sums scored =
                    blind ? sumDoubts.ofAll(connection, project.id()) : sumDoubts.ofWaiting(connection, project.id());
            ProjectStatus.Routes routes = blind ? null : routes(counts, scored);
            if (blind && project.settings().checks().on()) {
                // A count that stands still after one answer would tell that it only measured the person.
                for (int column = 1; column <= 6; column++) {
                    counts[column] = counts[column] / 10 * 10;
                }
            }
            long[] answers = new long[1];
            double[] minutes = new double[1];
            one(connection, WORK, project, row -> {
                answers[0] = row.getLong(1);
                minutes[0] = row.getDouble(2);
            });
            AutomaticState automatic = readAutomaticLabels.of(connection, project.id());
            NextRound next = readNextRound.of(connection, project, blind);
            RoundsSoFar rounds = RoundsSoFar.read(connection, project, json, blind ? ShowArm.NO : ShowArm.YES);
            ProjectStatus.Doubts doubts = waits ? doubts(scored, rounds.labels()) : null;
            return new ProjectStatus(
                    counts[0],
                    counts[1],
                    counts[2],
                    counts[3],
                    counts[4],
                    counts[5],
                    counts[6],
                    blind ? null : counts[7],
                    blind ? null : counts[8],
                    minutes[0],
                    answers[0],
                    counts[1] - automatic.images(),
                    blind ? automatic.blind() : automatic,
                    next.newLabels(),
                    next.labelsNeeded(),
                    next,
                    rounds.model(),
                    kept(connection, project, blind),
                    rounds.accuracy(),
                    rounds.running(),
                    rounds.points(),
                    routes,
                    doubts,
                    project.thresholds(),
                    Advice.of(counts[0], counts[2], next, rounds.model(), doubts),
                    blind ? null : stopping(connection, project, doubts));
        }
    }

    private Forecast.Advice stopping(Connection connection, Project project, ProjectStatus.Doubts doubts)
            throws SQLException, IOException {
        return doubts == null
                ? null
                : forecast.of(connection, project, new Forecast.DoubtLeft(doubts.model(), doubts.data()))
                        .orElse(null);
    }

    private static ProjectStatus.Kept kept(Connection connection, Project project, boolean blind) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(KEPT)) {
            query.setLong(1, project.id().value());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                return new ProjectStatus.Kept(
                        row.getInt(1),
                        blind ? Comparison.blindSentence(row.getString(3), true, false) : row.getString(2));
            }
        }
    }

    private static ProjectStatus.Doubts doubts(SumDoubts.Sums scored, int labels) {
        return scored.scored() == 0
                ? null
                : new ProjectStatus.Doubts(
                        scored.model() / scored.scored(),
                        scored.data() / scored.scored(),
                        labels >= ProjectStatus.Doubts.LABELS_TO_TELL_APART);
    }

    /** What is unclear or disputed goes to a better image. */
    private static ProjectStatus.Routes routes(long[] counts, SumDoubts.Sums waiting) {
        return new ProjectStatus.Routes(
                waiting.asked(counts[1]), waiting.secondReader(), counts[3] + counts[5], waiting.automatic());
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private static void one(Connection connection, String sql, Project project, Reader reader) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, project.id().value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                reader.read(row);
            }
        }
    }
}
