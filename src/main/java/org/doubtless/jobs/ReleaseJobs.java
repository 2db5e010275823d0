package org.doubtless.jobs;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Lets others have the jobs of a process of this machine that is known to be dead, without waiting for its silence. */
@ApplicationScoped
public class ReleaseJobs {
    private static final Logger LOG = Logger.getLogger(ReleaseJobs.class);

    private final AgroalDataSource database;

    ReleaseJobs(AgroalDataSource database) {
        this.database = database;
    }

    public void ofProcess(long pid) {
        String sql = "update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,"
                + " version = version + 1 where picked and starts_with(picked_by, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql);
                PreparedStatement forget =
                        connection.prepareStatement("delete from worker where starts_with(name, ?)")) {
            update.setString(1, WorkerName.beginning(pid));
            update.executeUpdate();
            forget.setString(1, WorkerName.beginning(pid));
            forget.executeUpdate();
        } catch (SQLException e) {
            LOG.warnf(
                    "The jobs of process %d are taken over once it has been silent for long: %s", pid, e.getMessage());
        }
    }
}
