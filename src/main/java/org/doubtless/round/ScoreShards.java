package org.doubtless.round;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doubtless.jobs.JobId;
import org.doubtless.jobs.WorkerName;
import org.doubtless.model.ModelVersionId;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;
import org.doubtless.round.shards.ShardRows;

/** The work of scoring a pool, cut into shards that any worker may take. */
@ApplicationScoped
class ScoreShards {
    private static final String UNDER_WAY =
            "select s.id, s.project_id, s.model_version_id, s.run from scoring s join job j on j.id = s.job_id"
                    + " where j.state = 'running' and j.runs = s.run and s.worker <> ?"
                    + " and (select count(*) from score_shard h where h.scoring_id = s.id and h.made_by is null) >= ?"
                    + " order by s.id";

    private final AgroalDataSource database;

    ScoreShards(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * What is scored.
     *
     * @param run of the job that scores
     */
    record Target(ProjectId project, ModelVersionId model, int run) {
        /** Where the scores are written. */
        String table() {
            return ScoreTable.staged(model, run);
        }
    }

    /** Under which number the shards of a model's scores are kept. */
    record Scoring(long id, Target target) {}

    /**
     * Keeps the shards of a scoring, for all to see at once.
     *
     * @param state what makes the model again
     */
    Scoring keep(JobId job, Target target, byte[] state, List<List<ImageId>> shards) throws SQLException {
        String begin = "insert into scoring (job_id, project_id, model_version_id, run, state, worker)"
                + " values (?, ?, ?, ?, ?, ?) returning id";
        String shard = "insert into score_shard (scoring_id, images) values (?, ?)";
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement scoring = connection.prepareStatement(begin);
                    PreparedStatement insert = connection.prepareStatement(shard)) {
                scoring.setLong(1, job.value());
                scoring.setLong(2, target.project().value());
                scoring.setLong(3, target.model().value());
                scoring.setInt(4, target.run());
                scoring.setBytes(5, state);
                scoring.setString(6, WorkerName.own());
                long id = number(scoring);
                for (List<ImageId> images : shards) {
                    insert.setLong(1, id);
                    insert.setArray(
                            2,
                            connection.createArrayOf(
                                    "bigint",
                                    images.stream().map(ImageId::value).toArray()));
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
                return new Scoring(id, target);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** What other processes score now, so much of it waiting that help comes in time. */
    List<Scoring> waiting(int leastShards) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(UNDER_WAY)) {
            query.setString(1, WorkerName.own());
            query.setInt(2, leastShards);
            List<Scoring> waiting = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    waiting.add(new Scoring(
                            row.getLong(1),
                            new Target(
                                    new ProjectId(row.getLong(2)), new ModelVersionId(row.getLong(3)), row.getInt(4))));
                }
            }
            return waiting;
        }
    }

    /** What makes its model again; null where it is over. */
    byte[] state(Scoring scoring) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select state from scoring where id = ?")) {
            query.setLong(1, scoring.id());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getBytes(1) : null;
            }
        }
    }

    /** How many images are in shards that are not made. */
    long left(Scoring scoring) throws SQLException {
        String sql = "select coalesce(sum(cardinality(images)), 0) from score_shard"
                + " where scoring_id = ? and made_by is null";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, scoring.id());
            return number(query);
        }
    }

    /** The workers that made some, and how many images are in what each made. */
    Map<String, Long> makers(Scoring scoring) throws SQLException {
        String sql = "select made_by, sum(cardinality(images))::bigint from score_shard"
                + " where scoring_id = ? and made_by is not null group by made_by order by made_by";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, scoring.id());
            return ShardRows.makers(query);
        }
    }

    /**
     * Forgets this scoring, and what killed processes left of others. A shard that somebody has stays until the next
     * time: its maker finds the table of scores gone, or writes what nobody reads.
     */
    void forget(Scoring over) throws SQLException {
        try (Connection connection = database.getConnection()) {
            forget(connection, over.id());
        }
    }

    /** Forgets what is over. */
    static void forgetOld(Connection connection) throws SQLException {
        forget(connection, 0);
    }

    private static void forget(Connection connection, long scoring) throws SQLException {
        String over = " join job j on j.id = s.job_id"
                + " where (s.id = ? or j.state not in ('waiting', 'running') or j.runs > s.run)";
        String shards = "delete from score_shard where id in (select h.id from score_shard h"
                + " join scoring s on s.id = h.scoring_id" + over + " for update of h skip locked)";
        String scorings = "delete from scoring where id in (select s.id from scoring s" + over
                + " and not exists (select from score_shard h where h.scoring_id = s.id))";
        for (String sql : List.of(shards, scorings)) {
            try (PreparedStatement delete = connection.prepareStatement(sql)) {
                delete.setLong(1, scoring);
                delete.executeUpdate();
            }
        }
    }

    private static long number(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
