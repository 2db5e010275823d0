package org.doubtless.queue;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doubtless.account.AccountId;
import org.doubtless.copy.BinaryCopy;
import org.doubtless.pool.ImageId;
import org.doubtless.pool.Withheld;
import org.doubtless.project.ProjectId;

/**
 * The labelled images that look most like those that are asked, for the eye of whoever answers. Only images that hide
 * nothing from the people who label are among them: of the control arm, of audits and gold images none, and none of those that look the
 * same to people. Their labels are those that stand now: of an image that still waits for a reader nothing is told.
 */
@ApplicationScoped
public class LookAlikes {
    private static final int SHOWN = 4;
    // The offset keeps the few images named here from being looked for among all that are labelled.
    private static final String QUERY = """
            select l.image_id, n.id, c.name
            from look_alike l cross join unnest(l.near) with ordinality near (id, place)
            cross join lateral (
              select i.id, i.class_id from image i
              where i.id = near.id and i.project_id = l.project_id and i.state = 'labelled' and i.arm = 'active'
                and not exists (select from gold g where g.image_id = i.id)
                and not exists (select from annotation a where a.image_id = i.id and a.account_id = ?)
                and not exists (select from automatic_set t join automatic_audit u on u.set_id = t.id
                                where t.project_id = i.project_id and u.image_id = i.id)
              offset 0
            ) n
            join project_class c on c.id = n.class_id
            where l.project_id = ? and l.image_id = any (?)
            order by l.image_id, near.place
            """;

    private final AgroalDataSource database;

    LookAlikes(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * For whom.
     *
     * @param mayBeAskedAgain who answered an image may be asked about it again, and must not be told what it is
     */
    record Reader(AccountId account, boolean mayBeAskedAgain, Withheld withheld) {}

    /** A labelled image. */
    record LookAlike(ImageId image, String label) {}

    /** Those of these images that have some, at most four each, nearest first. */
    Map<ImageId, List<LookAlike>> of(ProjectId project, List<ImageId> images, Reader reader) throws SQLException {
        if (images.isEmpty()) {
            return Map.of();
        }
        Map<ImageId, List<LookAlike>> found = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setObject(1, reader.mayBeAskedAgain() ? reader.account().value() : null, Types.BIGINT);
            query.setLong(2, project.value());
            query.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint", images.stream().map(ImageId::value).toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    LookAlike one = new LookAlike(new ImageId(row.getLong(2)), row.getString(3));
                    List<LookAlike> nearest =
                            found.computeIfAbsent(new ImageId(row.getLong(1)), image -> new ArrayList<>());
                    if (nearest.size() < SHOWN && !reader.withheld().hides(one.image(), false)) {
                        nearest.add(one);
                    }
                }
            }
        }
        return found;
    }

    /**
     * Puts these in the place of the project's, in the caller's transaction.
     *
     * @param nearest of each image the labelled ones, nearest first
     */
    public static void replace(Connection connection, ProjectId project, Map<ImageId, List<ImageId>> nearest)
            throws SQLException, IOException {
        try (PreparedStatement delete = connection.prepareStatement("delete from look_alike where project_id = ?")) {
            delete.setLong(1, project.value());
            delete.executeUpdate();
        }
        try (BinaryCopy rows = new BinaryCopy(connection, "look_alike (project_id, image_id, near)")) {
            for (Map.Entry<ImageId, List<ImageId>> one : nearest.entrySet()) {
                rows.row(3).number(project.value()).number(one.getKey().value());
                rows.numbers(one.getValue().stream().mapToLong(ImageId::value).toArray());
            }
            rows.end();
        }
    }
}
