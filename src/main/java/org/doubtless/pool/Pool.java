package org.doubtless.pool;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.doubtless.project.ProjectId;

/** A project's images for the steps of the pipeline that come after. */
@ApplicationScoped
public class Pool {
    private static final int PIECE = 100;

    private final AgroalDataSource database;

    Pool(AgroalDataSource database) {
        this.database = database;
    }

    /** How many images there are. */
    public long count(ProjectId project) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select count(*) from image where project_id = ?")) {
            query.setLong(1, project.value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Hands over the images' bytes in the order of the ids, some at a time; those that are gone are left out. */
    public void read(List<ImageId> images, Consumer<StoredImage> reader) throws SQLException {
        String sql = "select c.image_id, c.content from unnest(?) with ordinality as wanted(id, turn)"
                + " join image_content c on c.image_id = wanted.id order by wanted.turn";
        for (int from = 0; from < images.size(); from += PIECE) {
            List<ImageId> some = images.subList(from, Math.min(images.size(), from + PIECE));
            Long[] ids = some.stream().map(ImageId::value).toArray(Long[]::new);
            try (Connection connection = database.getConnection();
                    PreparedStatement query = connection.prepareStatement(sql)) {
                query.setArray(1, connection.createArrayOf("bigint", ids));
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        reader.accept(new StoredImage(new ImageId(rows.getLong(1)), rows.getBytes(2)));
                    }
                }
            }
        }
    }
}
