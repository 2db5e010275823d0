package org.doubtless.round.features;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.doubtless.jobs.WorkerName;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;

/**
 * The note that a project's pictures are being read to fit an extractor. A worker that dies leaves it behind; the next
 * then notes each picture before it reads it, one at a time, and one at which a worker died is set aside.
 */
final class FitAttempt implements AutoCloseable {
    private final Connection connection;
    private final ProjectId project;
    private final boolean careful;

    private FitAttempt(Connection connection, ProjectId project, boolean careful) {
        this.connection = connection;
        this.project = project;
        this.careful = careful;
    }

    static FitAttempt begin(DataSource database, ProjectId project, Clock clock) throws SQLException {
        Connection connection = database.getConnection();
        boolean begun = false;
        try {
            boolean careful = setLastAside(connection, project, clock);
            String sql = "insert into fit_attempt (project_id, worker, since) values (?, ?, ?) on conflict (project_id)"
                    + " do update set image_id = null, worker = excluded.worker, since = excluded.since";
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setLong(1, project.value());
                insert.setString(2, WorkerName.own());
                insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
            try (Statement quick = connection.createStatement()) {
                // A note outlives its process without it, and there are two a picture.
                quick.execute("set synchronous_commit = off");
            }
            begun = true;
            return new FitAttempt(connection, project, careful);
        } finally {
            if (!begun) {
                connection.close();
            }
        }
    }

    /** Whether a worker died at it; where its image is known, it is set aside. */
    private static boolean setLastAside(Connection connection, ProjectId project, Clock clock) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select image_id from fit_attempt where project_id = ? and worker <> ?")) {
            query.setLong(1, project.value());
            query.setString(2, WorkerName.own());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
                long image = row.getLong(1);
                if (!row.wasNull()) {
                    SetAsideImages.add(connection, new ImageId(image), SetAsideImages.DIED, clock);
                }
                return true;
            }
        }
    }

    /** Whether pictures are to be noted and read one at a time. */
    boolean isCareful() {
        return careful;
    }

    /** Notes the picture that is about to be read, or null when it has been read. */
    synchronized void note(ImageId image) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update fit_attempt set image_id = ? where project_id = ?")) {
            update.setObject(1, image == null ? null : image.value(), java.sql.Types.BIGINT);
            update.setLong(2, project.value());
            update.executeUpdate();
        }
    }

    /** Takes the note away: however the fitting ended, nobody died. */
    @Override
    public void close() throws SQLException {
        try (connection;
                PreparedStatement delete = connection.prepareStatement("delete from fit_attempt where project_id = ?");
                Statement usual = connection.createStatement()) {
            delete.setLong(1, project.value());
            delete.executeUpdate();
            usual.execute("reset synchronous_commit");
        }
    }
}
