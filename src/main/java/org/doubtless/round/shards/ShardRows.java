package org.doubtless.round.shards;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doubtless.pool.ImageId;

/** Reads what the tables of shards have in common. */
public final class ShardRows {
    private ShardRows() {}

    /** The images of a shard. */
    public static List<ImageId> images(ResultSet row, int column) throws SQLException {
        List<ImageId> images = new ArrayList<>();
        for (Long id : (Long[]) row.getArray(column).getArray()) {
            images.add(new ImageId(id));
        }
        return images;
    }

    /** Workers and how many images are in what each made, in the order of the query. */
    public static Map<String, Long> makers(PreparedStatement query) throws SQLException {
        Map<String, Long> makers = new LinkedHashMap<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                makers.put(row.getString(1), row.getLong(2));
            }
        }
        return makers;
    }
}
