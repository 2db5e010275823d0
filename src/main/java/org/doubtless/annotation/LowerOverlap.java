package org.doubtless.annotation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectChanged;
import org.doubtless.project.ProjectId;
import org.doubtless.queue.QueueLock;
import org.doubtless.queue.SettleEntry;

/** Lets images that wait for more readers than their project now wants go with the answers that they have. */
@ApplicationScoped
class LowerOverlap {
    private static final String LOWER = """
            update image i set readers = p.overlap from project p
            where p.id = ? and i.project_id = p.id and i.state = 'waiting' and i.readers > p.overlap
              and not (i.readers = 2 and i.id in (select image_id from sent_to_second_reader))
            returning i.id
            """;

    private final AgroalDataSource database;
    private final Event<AnswersChanged> changed;

    LowerOverlap(AgroalDataSource database, Event<AnswersChanged> changed) {
        this.database = database;
        this.changed = changed;
    }

    /** In the transaction of the change; an answer that comes meanwhile is before or after it. */
    void lower(@Observes ProjectChanged project) throws SQLException {
        try (Connection connection = database.getConnection()) {
            QueueLock.share(connection, project.project());
            List<ImageId> lowered = lowered(connection, project.project());
            for (ImageId image : lowered) {
                if (!ImageAnswer.refresh(connection, image)) {
                    SettleEntry.remove(connection, image);
                }
            }
            if (!lowered.isEmpty()) {
                changed.fire(new AnswersChanged(project.project()));
            }
        }
    }

    private static List<ImageId> lowered(Connection connection, ProjectId project) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(LOWER)) {
            update.setLong(1, project.value());
            List<ImageId> images = new ArrayList<>();
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    images.add(new ImageId(row.getLong(1)));
                }
            }
            return images;
        }
    }
}
