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
 * @param newLabels labels of the active arm since the newest round that ended, however it ended
 * @param retrainAfter so many of them start a round
 * @param runningRound number of the round that waits or runs, or 0
 */
record Readiness(int trainingLabels, int trainingClasses, int newLabels, int retrainAfter, int runningRound) {
    private static final int FEWEST_CLASSES = 2;

    private static final String QUERY = """
            select (select count(*) from image where project_id = ? and state = 'labelled' and arm = 'active'),
                   (select count(distinct class_id) from image
                    where project_id = ? and state = 'labelled' and arm = 'active'),
                   (select retrain_after from project where id = ?),
                   (select coalesce(max(number), 0) from round
                    where project_id = ? and state in ('waiting', 'running'))
            """;

    static Readiness of(Connection connection, ProjectId project) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            for (int parameter = 1; parameter <= 4; parameter++) {
                query.setLong(parameter, project.value());
            }
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Readiness(
                        row.getInt(1),
                        row.getInt(2),
                        NewLabels.ofActiveArm(connection, project),
                        row.getInt(3),
                        row.getInt(4));
            }
        }
    }

    boolean canLearn() {
        return trainingClasses >= FEWEST_CLASSES;
    }

    /** Whether a round should start by itself now. */
    boolean isDue() {
        return newLabels >= retrainAfter && canLearn() && runningRound == 0;
    }

    /** What is missing, for a person; meaningful while {@link #canLearn()} is false. */
    String missing() {
        return trainingLabels == 0
                ? "no image is labelled yet. Label images of at least two classes first."
                : "all " + trainingLabels + " labels are of one class. Label an image of another class first.";
    }
}
