package org.doubtless.dashboard.map;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;

/** Reads which images look most like each other, and which like none, as the pool's plane keeps it. */
@ApplicationScoped
class ReadLookAlikes {
    private static final String SHOWN = "i.id, i.filename, i.state, c.name";
    private static final String CLASS = " left join project_class c on c.id = i.class_id ";
    private static final String STRANGERS = "select " + SHOWN + ", l.stranger from image_layout l"
            + " join image i on i.id = l.image_id" + CLASS
            + "where l.project_id = ? order by l.stranger desc, l.image_id limit ?";
    private static final String SIMILAR = "select " + SHOWN + ", n.distance from image_layout l"
            + " cross join unnest(l.near, l.distance) with ordinality as n(image, distance, place)"
            + " join image i on i.id = n.image" + CLASS
            + "where l.project_id = ? and l.image_id = ? order by n.place limit ?";
    // Of two that are each other's nearest one row.
    private static final String PAIRS = "select l.image_id, l.near[1], l.distance[1] from image_layout l"
            + " join image_layout o on o.project_id = l.project_id and o.image_id = l.near[1]"
            + " where l.project_id = ? and not (o.near[1] = l.image_id and o.image_id < l.image_id)"
            + " order by l.distance[1], l.image_id limit ?";
    private static final String THESE =
            "select " + SHOWN + ", 0::real from image i" + CLASS + "where i.project_id = ? and i.id = any (?)";

    private final AgroalDataSource database;

    ReadLookAlikes(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * An image of a list.
     *
     * @param value its strangeness, or its distance from the image that was asked about
     */
    record Listed(long image, String filename, String thumbnail, String state, String label, double value) {}

    /** Two images and how far they are from each other, in units of the features. */
    record Pair(Listed image, Listed other, double distance) {}

    List<Listed> strangers(ProjectId project, int limit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(STRANGERS)) {
            query.setLong(1, project.value());
            query.setInt(2, limit);
            return list(query);
        }
    }

    List<Listed> similar(ProjectId project, ImageId image, int limit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(SIMILAR)) {
            query.setLong(1, project.value());
            query.setLong(2, image.value());
            query.setInt(3, limit);
            return list(query);
        }
    }

    List<Pair> pairs(ProjectId project, int limit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(PAIRS)) {
            query.setLong(1, project.value());
            query.setInt(2, limit);
            List<long[]> ids = new ArrayList<>();
            List<Double> distances = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ids.add(new long[] {row.getLong(1), row.getLong(2)});
                    distances.add(row.getDouble(3));
                }
            }
            List<Listed> images = these(connection, project, ids);
            List<Pair> pairs = new ArrayList<>();
            for (int k = 0; k < ids.size(); k++) {
                pairs.add(new Pair(find(images, ids.get(k)[0]), find(images, ids.get(k)[1]), distances.get(k)));
            }
            return pairs;
        }
    }

    private static Listed find(List<Listed> images, long id) {
        return images.stream().filter(image -> image.image() == id).findFirst().orElseThrow();
    }

    private static List<Listed> these(Connection connection, ProjectId project, List<long[]> pairs)
            throws SQLException {
        Object[] ids =
                pairs.stream().flatMap(pair -> Arrays.stream(pair).boxed()).toArray();
        try (PreparedStatement query = connection.prepareStatement(THESE)) {
            query.setLong(1, project.value());
            query.setArray(2, connection.createArrayOf("bigint", ids));
            return list(query);
        }
    }

    private static List<Listed> list(PreparedStatement query) throws SQLException {
        List<Listed> images = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                long id = row.getLong(1);
                images.add(new Listed(
                        id,
                        row.getString(2),
                        "/api/images/" + id + "/thumbnail",
                        row.getString(3),
                        row.getString(4),
                        row.getDouble(5)));
            }
        }
        return images;
    }
}
