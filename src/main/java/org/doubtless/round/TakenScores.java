package org.doubtless.round;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.doubtless.jobs.WorkerName;
import org.doubtless.pool.ImageId;
import org.doubtless.project.LabelSchema;
import org.doubtless.round.shards.HeldRow;
import org.doubtless.round.shards.ShardRows;

/**
 * A shard of scores that this worker holds. Its scores and that it is made are written in the transaction that locks it:
 * all of them are there or none, and one whose worker dies is free at once.
 */
final class TakenScores implements ScorePool.Sink, AutoCloseable {
    private static final String TAKE = "select id, images from score_shard where scoring_id = ? and made_by is null"
            + " order by id limit 1 for no key update skip locked";

    private final HeldRow row;
    private final ScoreShards.Scoring scoring;
    private final LabelSchema labels;
    private final long id;
    private final List<ImageId> images;

    private TakenScores(HeldRow row, ScoreShards.Scoring scoring, LabelSchema labels, ResultSet shard)
            throws SQLException {
        this.row = row;
        this.scoring = scoring;
        this.labels = labels;
        this.id = shard.getLong(1);
        this.images = ShardRows.images(shard, 2);
    }

    /** One that nobody has; empty where there is none. */
    static Optional<TakenScores> take(DataSource database, ScoreShards.Scoring scoring, LabelSchema labels)
            throws SQLException {
        return HeldRow.take(database, TAKE, scoring.id(), (row, shard) -> new TakenScores(row, scoring, labels, shard));
    }

    List<ImageId> images() {
        return images;
    }

    @Override
    public void take(List<ScoredImage> scored) throws SQLException, IOException {
        ScoreTable.copy(
                row.connection(), scoring.target().table(), scoring.target().model(), labels, scored);
    }

    /** Keeps what was written, as made by this worker. */
    void keep() throws SQLException {
        try (PreparedStatement made =
                row.connection().prepareStatement("update score_shard set made_by = ? where id = ?")) {
            made.setString(1, WorkerName.own());
            made.setLong(2, id);
            made.executeUpdate();
        }
        row.connection().commit();
    }

    /** Lets go of it; what was not kept is undone, and free for others. */
    @Override
    public void close() throws SQLException {
        row.close();
    }
}
