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
    private static final String COUNTS = """
            select count(*),
                   count(*) filter (where state = 'waiting'),
                   count(*) filter (where state = 'labelled'),
                   count(*) filter (where state = 'cannot_tell'),
                   count(*) filter (where state = 'flagged'),
                   count(*) filter (where state = 'disagreement'),
                   count(*) filter (where state = 'waiting' and readers is not null),
                   count(*) filter (where arm = 'control'),
                   count(*) filter (where arm = 'control' and state = 'labelled')
            from image where project_id = ?
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
    private static final String DOUBTS = """
            select avg(s.epistemic), avg(s.aleatoric)
            from image_score s join image i on i.id = s.image_id and i.state = 'waiting'
            where s.model_version_id = (select published_model from project where id = ?)
            """;

    // Of all images: the mean of those that wait would move with an answer by the doubts of its image, which may be
    // withheld,
    // and stand still after one that only measures a person.
    private static final String BLIND_DOUBTS = """
            select avg(s.epistemic), avg(s.aleatoric) from image_score s
            where s.model_version_id = (select published_model from project where id = ?)
            """;
    private static final String ROUTES = """
            select count(*) filter (where route = 'ask'), count(*) filter (where route = 'second_reader'),
                   count(*) filter (where route = 'better_image'), count(*) filter (where route = 'automatic')
            from (
              select route_of(i.state, s.epistemic, s.aleatoric, t.model, t.data) as route
              from project p join route_threshold t on t.project_id = p.id join image i on i.project_id = p.id
              left join image_score s on s.model_version_id = p.published_model and s.image_id = i.id
              where p.id = ? and i.state in ('waiting', 'cannot_tell', 'disagreement')) images
            """;

    private final AgroalDataSource database;
    private final ReadNextRound readNextRound;
    private final ReadAutomaticLabels readAutomaticLabels;
    private final Forecast forecast;
    private final MayKnowArm mayKnowArm;
    private final ObjectMapper json;

    ReadStatus(
            AgroalDataSource database,
            ReadNextRound readNextRound,
            ReadAutomaticLabels readAutomaticLabels,
            Forecast forecast,
            MayKnowArm mayKnowArm,
            ObjectMapper json) {
        this.database = database;
        this.readNextRound = readNextRound;
        this.readAutomaticLabels = readAutomaticLabels;
        this.forecast = forecast;
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
                for (int column = 0; column < counts.length; column++) {
                    counts[column] = row.getLong(column + 1);
                }
            });
            boolean waits = counts[1] > 0;
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
            ProjectStatus.Doubts doubts =
                    waits ? doubts(connection, blind ? BLIND_DOUBTS : DOUBTS, project, rounds.labels()) : null;
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
                    blind ? null : routes(connection, project),
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

    private static ProjectStatus.Doubts doubts(Connection connection, String sql, Project project, int labels)
            throws SQLException {
        ProjectStatus.Doubts[] doubts = new ProjectStatus.Doubts[1];
        one(connection, sql, project, row -> {
            double model = row.getDouble(1);
            if (!row.wasNull()) {
                boolean apart = labels >= ProjectStatus.Doubts.LABELS_TO_TELL_APART;
                doubts[0] = new ProjectStatus.Doubts(model, row.getDouble(2), apart);
            }
        });
        return doubts[0];
    }

    private static ProjectStatus.Routes routes(Connection connection, Project project) throws SQLException {
        ProjectStatus.Routes[] routes = new ProjectStatus.Routes[1];
        one(
                connection,
                ROUTES,
                project,
                row -> routes[0] =
                        new ProjectStatus.Routes(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
        return routes[0];
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
