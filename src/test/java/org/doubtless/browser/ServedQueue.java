package org.doubtless.browser;

import java.util.List;
import org.doubtless.support.Sql;

/** The queue that a project serves, as it lies in the database, by file names. */
record ServedQueue(Sql sql, long project) {
    private static final String NAMES = "select string_agg(i.filename, ' ' order by %s) from queue_entry q"
            + " join project p on p.id = q.project_id and p.queue_generation = q.generation"
            + " join image i on i.id = q.image_id where q.project_id = ?";

    List<String> inOrder() {
        return names("q.position, q.image_id");
    }

    /** As a page that is opened anew is served: what its owner held comes first. */
    List<String> asServed() {
        return names("q.leased_until < now(), q.position, q.image_id");
    }

    /** How many images stand right behind one of lower score; none should. */
    long outOfOrder() {
        return sql.number(
                "select count(*) from (select q.score, lead(q.score) over (order by q.position) as next"
                        + " from queue_entry q where q.project_id = ? and q.reason = 'doubt') pairs where next > score",
                project);
    }

    /** How many images that may be learned from have no score. */
    long unscored() {
        return sql.number(
                "select count(*) from queue_entry q join image i on i.id = q.image_id"
                        + " where q.project_id = ? and i.arm = 'active' and q.score is null",
                project);
    }

    private List<String> names(String order) {
        return List.of(sql.value(NAMES.formatted(order), String.class, project).split(" "));
    }
}
