package org.doubtless.round;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.doubtless.jobs.WorkerName;
import org.doubtless.project.LabelSchema;

/** Reads what other workers wrote of a scoring, for the one that has the round. */
@ApplicationScoped
class OthersScores {
    private static final int PIECE = 5_000;

    private final AgroalDataSource database;

    OthersScores(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Tells the scores, once they are finished.
     *
     * @param measuredBy the images whose probabilities are wanted, too
     */
    void read(ScoreShards.Scoring scoring, LabelSchema labels, Long[] measuredBy, ScorePool.Sink sink)
            throws SQLException, IOException {
        String sql = "select s.image_id, s.total, s.aleatoric, s.epistemic, s.prediction,"
                + " case when measured.id is not null then s.probabilities end from score_shard h"
                + " cross join unnest(h.images) as image join "
                + scoring.target().table() + " s on s.image_id = image"
                + " left join unnest(?) as measured (id) on measured.id = image"
                + " where h.scoring_id = ? and h.made_by <> ?";
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setArray(1, connection.createArrayOf("bigint", measuredBy));
                query.setLong(2, scoring.id());
                query.setString(3, WorkerName.own());
                query.setFetchSize(PIECE);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        sink.take(List.of(ScoreTable.read(row, labels)));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
