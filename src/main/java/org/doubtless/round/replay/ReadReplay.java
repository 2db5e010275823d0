package org.doubtless.round.replay;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.jobs.Jobs;
import org.doubtless.learning.simulation.MeanCurve;
import org.doubtless.learning.simulation.Saving;
import org.doubtless.learning.simulation.SimulatedTurn;
import org.doubtless.project.ProjectId;

/** Reads a project's newest replay; the saving is computed from its curves. */
@ApplicationScoped
class ReadReplay {
    private static final String CAVEAT =
            "Only images that have a label can be asked for again, and the active order chose most of them. The random order so draws from images that were worth asking about, and the graph has no unlabelled images: on the whole pool both would do otherwise. The interval covers the draws of the order, not which control images measure.";

    private final AgroalDataSource database;
    private final Jobs jobs;

    ReadReplay(AgroalDataSource database, Jobs jobs) {
        this.database = database;
        this.jobs = jobs;
    }

    ReplayView of(ProjectId project) throws SQLException {
        Long job = jobs.unfinished(project.value(), ReplayJob.KIND)
                .map(found -> found.id().value())
                .orElse(null);
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select id, made_at, labels, budget, control, seeds from replay where project_id = ?"
                                + " order by id desc limit 1")) {
            query.setLong(1, project.value());
            try (ResultSet row = query.executeQuery()) {
                return new ReplayView(job, row.next() ? measured(connection, row) : null);
            }
        }
    }

    private static ReplayView.Measured measured(Connection connection, ResultSet row) throws SQLException {
        List<SimulatedTurn> active = points(connection, row.getLong(1), true);
        List<SimulatedTurn> random = points(connection, row.getLong(1), false);
        return new ReplayView.Measured(
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                Saving.of(active, random),
                MeanCurve.of(active),
                MeanCurve.of(random),
                CAVEAT);
    }

    private static List<SimulatedTurn> points(Connection connection, long replay, boolean active) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select seed, labels, accuracy from replay_point where replay_id = ? and active = ? order by seed, labels")) {
            query.setLong(1, replay);
            query.setBoolean(2, active);
            List<SimulatedTurn> points = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    // Of a turn only this is kept.
                    points.add(new SimulatedTurn(row.getLong(1), row.getInt(2), 0, row.getDouble(3), 0, 0, 0, 0, 0));
                }
            }
            return points;
        }
    }
}
