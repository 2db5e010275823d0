package org.doubtless.round;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalInt;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Retraining;

/**
 * After how many new labels a round starts. Where the number grows by itself, it is small while classes still turn up,
 * because then every round learns of a class that the one before could not know, and a tenth of the labels after that.
 */
final class LabelsNeeded {
    /** So few make a round worth its time, and so many it takes at least. */
    static final int FEWEST = 5;

    /** A class that appeared among so many newest labels is a new one. */
    static final int NEWEST = 15;

    private static final int SHARE = 10;

    // A class is new when it has no label, or none older than the newest few; more images than those few, and it is
    // old.
    private static final String QUERY = """
            with class as (
              select c.id, count(i.id) as labels
              from project_class c
              left join image i on i.project_id = c.project_id and i.class_id = c.id and i.state = 'labelled'
                               and i.arm in ('active', ?)
              where c.project_id = ? group by c.id),
            newest as (
              select coalesce(min(id), 0) as first from (
                select a.id from annotation a
                join image i on i.id = a.image_id and i.arm in ('active', ?) and i.state = 'labelled'
                where a.project_id = ? and a.outcome = 'labelled' and a.purpose in ('answer', 'adjudication') order by a.id desc limit ?) labelled)
            select sum(labels), bool_or(labels = 0 or labels <= ? and not exists (
              select from image i
              join annotation a on a.image_id = i.id and a.outcome = 'labelled' and a.class_id = i.class_id and a.purpose in ('answer', 'adjudication')
              where i.project_id = ? and i.class_id = class.id and i.state = 'labelled' and i.arm in ('active', ?)
                and a.id < newest.first))
            from class, newest
            """;

    private LabelsNeeded() {}

    /** Empty when labels start no round. Counts both arms where it must not show which images belong to which. */
    static OptionalInt of(Connection connection, ProjectId project, Retraining retraining, boolean allArms)
            throws SQLException {
        return switch (retraining.way()) {
            case LABELS -> OptionalInt.of(retraining.after());
            case GROWS -> OptionalInt.of(grown(connection, project, allArms ? "control" : "active"));
            case SCHEDULE, PAUSED -> OptionalInt.empty();
        };
    }

    /** The rule by itself. */
    static int grown(int labels, boolean classesTurnUp) {
        return classesTurnUp ? FEWEST : Math.max(FEWEST, (labels + SHARE - 1) / SHARE);
    }

    private static int grown(Connection connection, ProjectId project, String arm) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setString(1, arm);
            query.setLong(2, project.value());
            query.setString(3, arm);
            query.setLong(4, project.value());
            query.setInt(5, NEWEST);
            query.setInt(6, NEWEST);
            query.setLong(7, project.value());
            query.setString(8, arm);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return grown(row.getInt(1), row.getBoolean(2));
            }
        }
    }
}
