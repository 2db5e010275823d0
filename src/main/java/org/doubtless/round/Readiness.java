package org.doubtless.round;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.doubtless.project.ProjectId;

/**
 * Whether a project's labels suffice for a round.
 *
 * @param trainingLabels labelled images of the active arm
 * @param trainingClasses how many different classes they have
 */
record Readiness(int trainingLabels, int trainingClasses) {
    private static final int FEWEST_CLASSES = 2;

    private static final String QUERY = """
            select (select count(*) from image where project_id = ? and state = 'labelled' and arm in ('active', ?)),
                   (select count(distinct class_id) from image
                    where project_id = ? and state = 'labelled' and arm in ('active', ?))
            """;

    static Readiness of(Connection connection, ProjectId project) throws SQLException {
        return of(connection, project, false);
    }

    /** Counts both arms where it must not show which images belong to which. */
    static Readiness of(Connection connection, ProjectId project, boolean allArms) throws SQLException {
        String arm = allArms ? "control" : "active";
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setLong(1, project.value());
            query.setString(2, arm);
            query.setLong(3, project.value());
            query.setString(4, arm);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Readiness(row.getInt(1), row.getInt(2));
            }
        }
    }

    boolean canLearn() {
        return trainingClasses >= FEWEST_CLASSES;
    }

    /** What is missing, for a person; meaningful while {@link #canLearn()} is false. */
    String missing() {
        return trainingLabels == 0
                ? "no image is labelled yet. Label images of at least two classes first."
                : "all " + trainingLabels + " labels are of one class. Label an image of another class first.";
    }
}
