package org.doubtless.pool;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.doubtless.project.ProjectId;

/**
 * Sums up what the published model says of the images that wait: how doubtful they are, and where that sends them. All that it has
 * scored are summed once a publication, as if nobody had answered anything; those that somebody has, mostly few and named by the
 * index of the states, are taken off each time.
 */
@ApplicationScoped
public class SumDoubts {
    private static final int PROJECTS = 200;

    private static final String PUBLISHED = """
            select p.published_model, p.queue_generation, t.model, t.data
            from project p join route_threshold t on t.project_id = p.id where p.id = ?
            """;
    private static final String SUMS = """
            select count(*), coalesce(sum(epistemic::float8), 0), coalesce(sum(aleatoric::float8), 0),
                   count(*) filter (where route = 'second_reader'), count(*) filter (where route = 'automatic')
            from (select s.epistemic, s.aleatoric, route_of('waiting', s.epistemic, s.aleatoric, ?, ?) as route
                  from image_score s %s where s.model_version_id = ?) scored
            """;
    private static final String ANSWERED = "join image i on i.id = s.image_id and i.project_id = ?"
            + " and i.state in ('labelled', 'cannot_tell', 'flagged', 'disagreement')";

    private final Cache<Published, Sums> all =
            Caffeine.newBuilder().maximumSize(PROJECTS).build();

    /** What a project serves; scores of a model change with a publication, which makes a new generation of the queue, alone. */
    private record Published(long model, long generation, double modelThreshold, double dataThreshold) {}

    /**
     * Sums over some images.
     *
     * @param scored how many of them the model has scored
     * @param model the sum of their model doubt, {@code data} of their data doubt
     * @param secondReader how many of them go to a second reader, {@code automatic} where the model may label; all others are asked
     */
    public record Sums(long scored, double model, double data, long secondReader, long automatic) {
        static final Sums NONE = new Sums(0, 0, 0, 0, 0);

        /** How many of so many images that wait are asked: all that go nowhere else. */
        public long asked(long waiting) {
            return Math.max(0, waiting - secondReader - automatic);
        }

        private Sums without(Sums answered) {
            return new Sums(
                    scored - answered.scored,
                    Math.max(0, model - answered.model),
                    Math.max(0, data - answered.data),
                    secondReader - answered.secondReader,
                    automatic - answered.automatic);
        }
    }

    /** Over all images that the published model has scored, whether they wait or not. */
    public Sums ofAll(Connection connection, ProjectId project) throws SQLException {
        Published published = published(connection, project);
        return published == null ? Sums.NONE : scored(connection, published);
    }

    public Sums ofWaiting(Connection connection, ProjectId project) throws SQLException {
        Published published = published(connection, project);
        return published == null
                ? Sums.NONE
                : scored(connection, published).without(sum(connection, published, project));
    }

    private Sums scored(Connection connection, Published published) throws SQLException {
        Sums scored = all.getIfPresent(published);
        if (scored == null) {
            scored = sum(connection, published, null);
            all.put(published, scored);
        }
        return scored;
    }

    private static Published published(Connection connection, ProjectId project) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(PUBLISHED)) {
            query.setLong(1, project.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getObject(1) != null
                        ? new Published(row.getLong(1), row.getLong(2), row.getDouble(3), row.getDouble(4))
                        : null;
            }
        }
    }

    /** @param answered the project of which only the answered images count; null for all that the model has scored */
    private static Sums sum(Connection connection, Published published, ProjectId answered) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SUMS.formatted(answered == null ? "" : ANSWERED))) {
            int next = 1;
            query.setDouble(next++, published.modelThreshold());
            query.setDouble(next++, published.dataThreshold());
            if (answered != null) {
                query.setLong(next++, answered.value());
            }
            query.setLong(next, published.model());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Sums(row.getLong(1), row.getDouble(2), row.getDouble(3), row.getLong(4), row.getLong(5));
            }
        }
    }
}
