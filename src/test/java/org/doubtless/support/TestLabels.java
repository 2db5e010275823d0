package org.doubtless.support;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.project.ProjectId;

/** Lays labelled images into the database, so that a test of what labels lead to needs no labelling. */
@ApplicationScoped
public class TestLabels {
    private final Sql sql;

    TestLabels(Sql sql) {
        this.sql = sql;
    }

    /** So many images of the active arm, labelled with the class at this place of the schema; their ids. */
    public List<Long> active(ProjectId project, int position, int number) {
        return labelled(project, position, number, "active");
    }

    public List<Long> control(ProjectId project, int position, int number) {
        return labelled(project, position, number, "control");
    }

    private List<Long> labelled(ProjectId project, int position, int number, String arm) {
        List<Long> images = new ArrayList<>();
        for (int k = 0; k < number; k++) {
            long image = sql.number(
                    "insert into image (project_id, sha256, filename, media_type, width, height, byte_count, arm,"
                            + " imported_at, state, class_id) select ?, decode(md5(random()::text), 'hex'), 'grain.png',"
                            + " 'image/png', 8, 8, 3, ?, now(), 'labelled', id from project_class"
                            + " where project_id = ? and position = ? returning id",
                    project.value(),
                    arm,
                    project.value(),
                    position);
            sql.update("insert into image_content (image_id, content) values (?, ?)", image, new byte[] {1, 2, 3});
            sql.update(
                    "insert into annotation (project_id, image_id, account_id, outcome, class_id, client_key, created_at)"
                            + " select i.project_id, i.id, p.created_by, 'labelled', i.class_id,"
                            + " gen_random_uuid()::text, now() from image i join project p on p.id = i.project_id"
                            + " where i.id = ?",
                    image);
            images.add(image);
        }
        return images;
    }
}
