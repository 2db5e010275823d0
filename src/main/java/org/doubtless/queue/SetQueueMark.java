package org.doubtless.queue;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.doubtless.project.ProjectId;

/** Sets a {@link QueueMark}, before the transaction that swaps the queue. */
@ApplicationScoped
public class SetQueueMark {
    private static final String NOW = """
            select (select coalesce(max(id), 0) from annotation), (select coalesce(max(id), 0) from lease),
                   (select coalesce(max(id), 0) from queue_arrival)
            """;

    private final AgroalDataSource database;

    SetQueueMark(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Now. Waits for everybody who is just changing the queue, and they for it, a moment: so that no lower number is
     * committed later.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public QueueMark now(ProjectId project) throws SQLException {
        try (Connection connection = database.getConnection()) {
            QueueLock.holdAlone(connection, project);
            try (PreparedStatement query = connection.prepareStatement(NOW);
                    ResultSet row = query.executeQuery()) {
                row.next();
                return new QueueMark(row.getLong(1), row.getLong(2), row.getLong(3));
            }
        }
    }
}
