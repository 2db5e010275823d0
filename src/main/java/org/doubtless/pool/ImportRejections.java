package org.doubtless.pool;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.jobs.JobId;

/** The files that imports did not take. */
@ApplicationScoped
class ImportRejections {
    private final AgroalDataSource database;

    ImportRejections(AgroalDataSource database) {
        this.database = database;
    }

    /** A rejection and its place in the list. */
    record Listed(long id, Rejection rejection) {}

    List<Listed> after(JobId job, long after, int limit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select id, filename, reason, detail, image_id from import_rejection"
                                + " where job_id = ? and id > ? order by id limit ?")) {
            query.setLong(1, job.value());
            query.setLong(2, after);
            query.setInt(3, limit);
            try (ResultSet rows = query.executeQuery()) {
                List<Listed> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(new Listed(
                            rows.getLong(1),
                            new Rejection(
                                    rows.getString(2),
                                    rows.getString(3),
                                    rows.getString(4),
                                    rows.getObject(5, Long.class))));
                }
                return found;
            }
        }
    }

    static void write(Connection connection, JobId job, List<Rejection> rejections) throws SQLException {
        if (rejections.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into import_rejection (job_id, filename, reason, detail, image_id) values (?, ?, ?, ?, ?)")) {
            for (Rejection rejection : rejections) {
                insert.setLong(1, job.value());
                insert.setString(2, rejection.filename());
                insert.setString(3, rejection.reason());
                insert.setString(4, rejection.detail());
                insert.setObject(5, rejection.image(), Types.BIGINT);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Takes back what a try that was broken off has written after these. */
    static void keepFirst(Connection connection, JobId job, long count) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from import_rejection where id in"
                + " (select id from import_rejection where job_id = ? order by id offset ?)")) {
            delete.setLong(1, job.value());
            delete.setLong(2, count);
            delete.executeUpdate();
        }
    }
}
