package org.doubtless.support;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.project.ProjectId;

/** Lays images and queue entries into the database, so that a test of the queue needs no import. */
@ApplicationScoped
public class TestQueue {
    private final Sql sql;

    TestQueue(Sql sql) {
        this.sql = sql;
    }

    /** An active image in the served queue at this position; its score falls with the position. */
    public long waiting(ProjectId project, double position) {
        return entry(project, position, "doubt", 1 - position, "active");
    }

    /** An active image that no model has scored. */
    public long unscored(ProjectId project, double position) {
        return entry(project, position, "unscored", null, "active");
    }

    public long control(ProjectId project, double position) {
        return entry(project, position, "control", null, "control");
    }

    /** This many images in order of their positions, first to be served in front. */
    public List<Long> filled(ProjectId project, int images) {
        List<Long> ids = new ArrayList<>();
        for (int k = 0; k < images; k++) {
            ids.add(waiting(project, (k + 1.0) / (images + 1)));
        }
        return ids;
    }

    private long entry(ProjectId project, double position, String reason, Double score, String arm) {
        long image = sql.number(
                "insert into image (project_id, sha256, filename, media_type, width, height, byte_count, arm, imported_at)"
                        + " values (?, decode(md5(random()::text), 'hex'), 'grain.png', 'image/png', 8, 8, 3, ?, now())"
                        + " returning id",
                project.value(),
                arm);
        sql.update("insert into image_content (image_id, content) values (?, ?)", image, new byte[] {1, 2, 3});
        sql.update(
                "insert into queue_entry (project_id, generation, image_id, position, score, reason)"
                        + " select id, queue_generation, ?, ?, ?::real, ? from project where id = ?",
                image,
                position,
                score,
                reason,
                project.value());
        return image;
    }
}
