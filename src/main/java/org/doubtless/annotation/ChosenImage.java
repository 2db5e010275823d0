package org.doubtless.annotation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;

/**
 * An image that a lead has chosen to send on, locked against answers.
 *
 * @param readers how many it wants; null while nobody has answered it
 * @param measures whether it is of the control arm, or audited
 * @param decided whether a lead's decision stands
 * @param position in the queue; null where it is in none
 * @param reason why it stands there
 */
record ChosenImage(
        ImageId id, String state, Integer readers, boolean measures, boolean decided, Double position, String reason) {
    // Everybody locks images in the order of their ids.
    private static final String LOCK =
            "select id from image where id = any (?) and project_id = ? order by id for no key update";
    private static final String READ = """
            select i.id, i.state, i.readers,
                   i.arm = 'control' or exists (select from automatic_audit u join automatic_set t on t.id = u.set_id
                                                where t.project_id = p.id and u.image_id = i.id),
                   exists (select from annotation a where a.image_id = i.id and a.purpose = 'adjudication'
                           and a.outcome <> 'withdrawn' and not exists (select from annotation w where w.withdraws = a.id)),
                   q.position, q.reason
            from project p join image i on i.project_id = p.id
            left join queue_entry q on q.project_id = p.id and q.generation = p.queue_generation and q.image_id = i.id
            left join image_score s on s.model_version_id = p.published_model and s.image_id = i.id
            where p.id = ? and i.id = any (?)
            order by s.epistemic desc nulls last, i.id
            """;

    /** Locks and reads images of a project, the one with most model doubt in front. */
    static List<ChosenImage> lock(Connection connection, ProjectId project, List<ImageId> images) throws SQLException {
        Object[] ids = images.stream().map(ImageId::value).toArray();
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setArray(1, connection.createArrayOf("bigint", ids));
            lock.setLong(2, project.value());
            lock.execute();
        }
        try (PreparedStatement query = connection.prepareStatement(READ)) {
            query.setLong(1, project.value());
            query.setArray(2, connection.createArrayOf("bigint", ids));
            List<ChosenImage> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(new ChosenImage(
                            new ImageId(row.getLong(1)),
                            row.getString(2),
                            row.getObject(3, Integer.class),
                            row.getBoolean(4),
                            row.getBoolean(5),
                            row.getObject(6, Double.class),
                            row.getString(7)));
                }
            }
            return found;
        }
    }

    boolean isAnswered() {
        return !state.equals("waiting");
    }
}
