package org.doubtless.round.replay;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.doubtless.jobs.JobRun;
import org.doubtless.learning.simulation.SimulatedTurn;
import org.doubtless.project.ProjectId;

/** Keeps the curves of a replay; those before stay, to be compared with. */
@ApplicationScoped
class KeepReplay {
    private final AgroalDataSource database;
    private final Clock clock;

    KeepReplay(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What a replay measured.
     *
     * @param labels that could be asked for
     * @param budget that each run was given
     * @param control images that measured
     */
    record Harvest(int labels, int budget, int control, List<SimulatedTurn> active, List<SimulatedTurn> chance) {}

    @Transactional
    void keep(JobRun run, ProjectId project, Harvest harvest) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into replay (project_id, job_id, labels, budget, control, seeds, made_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?) returning id")) {
            insert.setLong(1, project.value());
            insert.setLong(2, run.id().value());
            insert.setInt(3, harvest.labels());
            insert.setInt(4, harvest.budget());
            insert.setInt(5, harvest.control());
            insert.setInt(6, ReplayJob.SEEDS);
            insert.setObject(7, clock.instant().atOffset(ZoneOffset.UTC));
            long replay;
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                replay = row.getLong(1);
            }
            points(connection, replay, true, harvest.active());
            points(connection, replay, false, harvest.chance());
        }
    }

    private static void points(Connection connection, long replay, boolean active, List<SimulatedTurn> points)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into replay_point (replay_id, active, seed, labels, accuracy) values (?, ?, ?, ?, ?)")) {
            for (SimulatedTurn point : points) {
                insert.setLong(1, replay);
                insert.setBoolean(2, active);
                insert.setLong(3, point.seed());
                insert.setInt(4, point.labels());
                insert.setDouble(5, point.accuracy());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
