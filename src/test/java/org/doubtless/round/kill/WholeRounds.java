package org.doubtless.round.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.doubtless.support.Sql;

/** What must hold after every round, however often its worker was killed; each by a query. */
final class WholeRounds {
    private final Sql sql;
    private final long project;

    WholeRounds(Sql sql, long project) {
        this.sql = sql;
        this.project = project;
    }

    /** Every answer that was acknowledged is there exactly once, and nothing but answers that were sent. */
    void requireAnswers(Set<String> acknowledged) {
        String[] keys = acknowledged.toArray(String[]::new);
        assertThat(sql.number("select count(*) from annotation where client_key = any(?::text[])", list(keys)))
                .as("acknowledged answers")
                .isEqualTo(keys.length);
        none("an answer without effect", """
                select count(*) from annotation a join image i on i.id = a.image_id
                where a.project_id = ? and a.outcome = 'labelled' and i.state <> 'labelled'""");
    }

    /** The round of this job was published once and is what is served. */
    void requirePublished(long job) {
        assertThat(sql.value("select state from job where id = ?", String.class, job))
                .as("job %d", job)
                .isEqualTo("done");
        assertThat(sql.number("select count(*) from round where job_id = ? and state in ('published', 'kept')", job))
                .as("rounds of job %d with an outcome", job)
                .isEqualTo(1);
        assertThat(sql.number("select count(*) from scheduled_tasks where task_instance = ?", Long.toString(job)))
                .as("work left over of job %d", job)
                .isZero();
        none("a model that no round made, or that two made", """
                select count(*) from model_version m where project_id = ?
                and (select count(*) from round r where r.model_version_id = m.id) <> 1""");
        none("a round without a model", """
                select count(*) from round where project_id = ? and state in ('published', 'kept') and model_version_id is null""");
        assertThat(sql.number("select queue_generation from project where id = ?", project))
                .as("one queue a published round")
                .isEqualTo(
                        sql.number("select count(*) from round where project_id = ? and state = 'published'", project));
        // A model that is worse than the one before is kept, and the one before serves on.
        assertThat(sql.number("""
                        select count(*) from project p join model_version m on m.id = p.published_model
                        where p.id = ? and m.state = 'published' and m.id = (select model_version_id from round
                          where project_id = p.id and state = 'published' order by number desc limit 1)""", project))
                .as("the published model is that of the newest published round")
                .isEqualTo(1);
        none("rounds under way", """
                select count(*) from round where project_id = ? and state in ('waiting', 'running')""");
        none("a second published model", """
                select count(*) - 1 from model_version where project_id = ? and state = 'published'""");
        requireQueue();
        requireScores();
    }

    private void requireQueue() {
        none("entries of a queue that nobody serves", """
                select count(*) from queue_entry q join project p on p.id = q.project_id
                where p.id = ? and q.generation > p.queue_generation""");
        none("an image that waits outside the queue", """
                select count(*) from image i join project p on p.id = i.project_id
                where p.id = ? and i.state = 'waiting' and not exists (select from queue_entry q
                  where q.project_id = p.id and q.generation = p.queue_generation and q.image_id = i.id)""");
        none("an answered image in the queue", """
                select count(*) from queue_entry q join project p on p.id = q.project_id join image i on i.id = q.image_id
                where p.id = ? and q.generation = p.queue_generation and i.state <> 'waiting'""");
    }

    private void requireScores() {
        none("images without a score", """
                select count(*) from image i join project p on p.id = i.project_id
                where p.id = ? and not exists (select from image_score s
                  where s.model_version_id = p.published_model and s.image_id = i.id)""");
        assertThat(sql.number("""
                        select count(*) from pg_class c where c.relkind = 'r' and c.relname like 'image\\_score\\_%'
                        and (not exists (select from pg_inherits h where h.inhrelid = c.oid)
                             or not exists (select from model_version m where c.relname = 'image_score_' || m.id))"""))
                .as("tables of scores that belong to nothing")
                .isZero();
        assertThat(sql.number("select count(*) from pg_inherits where inhparent = 'image_score'::regclass"))
                .as("tables of scores that are kept: of the newest five and of the published one")
                .isLessThanOrEqualTo(6);
    }

    private void none(String what, String query) {
        assertThat(sql.number(query, project)).as(what).isZero();
    }

    private static String list(String[] keys) {
        return "{" + String.join(",", keys) + "}";
    }
}
