package org.doubtless.support;

import jakarta.enterprise.context.ApplicationScoped;
import org.doubtless.project.ProjectId;

/** Lays rounds into the database that nobody works on, so that they last until a test ends them. */
@ApplicationScoped
public class TestRounds {
    private final Sql sql;

    TestRounds(Sql sql) {
        this.sql = sql;
    }

    /** A round that runs and has seen all labels; the id of its job. */
    public long running(ProjectId project) {
        return add(project, "running", "(select coalesce(max(id), 0) from annotation where project_id = p.id)");
    }

    /** A round that no worker has taken yet; the id of its job. */
    public long waiting(ProjectId project) {
        return add(project, "waiting", "0");
    }

    private long add(ProjectId project, String state, String snapshot) {
        return sql.number(
                "with work as (insert into job (project_id, kind, state, title, created_at)"
                        + " values (?, 'round', ?, 'Round', now()) returning id, project_id)"
                        + " insert into round (project_id, number, job_id, cause, state, seed, snapshot, created_at)"
                        + " select p.id, (select count(*) + 1 from round where project_id = p.id), work.id, 'hand', ?, 1, "
                        + snapshot + ", now() from work join project p on p.id = work.project_id returning job_id",
                project.value(),
                state,
                state);
    }

    /** Ends the round under way in this state: published, failed or cancelled. */
    public void end(ProjectId project, String state) {
        sql.update(
                "update round set state = ?, finished_at = now() where project_id = ? and state in ('waiting', 'running')",
                state,
                project.value());
    }

    public long count(ProjectId project) {
        return sql.number("select count(*) from round where project_id = ?", project.value());
    }

    public String newestCause(ProjectId project) {
        return sql.value(
                "select cause from round where project_id = ? order by number desc limit 1",
                String.class,
                project.value());
    }
}
