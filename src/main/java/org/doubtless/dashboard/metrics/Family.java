package org.doubtless.dashboard.metrics;

import java.util.List;

/**
 * Figures of one name.
 *
 * @param labels in the order of the query's columns
 * @param sql gives the labels and then the value; of a summary how often, and then the sum
 */
record Family(String name, Kind kind, String help, List<String> labels, String sql) {

    /** What a monitoring system may do with the value. */
    enum Kind {
        /** May rise and fall. */
        GAUGE,
        /** Only rises. */
        COUNTER,
        /** How often something was, and how much in all. */
        SUMMARY
    }

    /** All that is read from the database. */
    static final List<Family> ALL = List.of(
            new Family(
                    "doubtless_queue_images",
                    Kind.GAUGE,
                    "Images that wait for an answer in the served queue, of the 200 newest projects",
                    List.of("project"),
                    """
                    select p.id, count(q.image_id)
                    from (select id, queue_generation from project order by id desc limit 200) p
                    left join queue_entry q on q.project_id = p.id and q.generation = p.queue_generation
                    group by p.id
                    """),
            new Family(
                    "doubtless_jobs",
                    Kind.GAUGE,
                    "Jobs that have not ended",
                    List.of("kind", "state"),
                    "select kind, state, count(*) from job where state in ('waiting', 'running') group by kind, state"),
            new Family(
                    "doubtless_jobs_ended",
                    Kind.COUNTER,
                    "Jobs that have ended: done, failed, cancelled",
                    List.of("kind", "state"),
                    "select kind, state, count(*) from job where state in ('done', 'failed', 'cancelled')"
                            + " group by kind, state"),
            new Family(
                    "doubtless_job_seconds",
                    Kind.SUMMARY,
                    "From the beginning to the end of jobs that were done",
                    List.of("kind"),
                    "select kind, count(*), sum(extract(epoch from finished_at - started_at)) from job"
                            + " where state = 'done' and started_at is not null group by kind"),
            new Family(
                    "doubtless_round_stage_seconds",
                    Kind.SUMMARY,
                    "What rounds that were done spent at each stage",
                    List.of("stage"),
                    "select stage.key, count(*), sum(stage.value::double precision) from job,"
                            + " jsonb_each_text(result -> 'stageSeconds') stage"
                            + " where kind = 'round' and state = 'done' group by stage.key"),
            new Family(
                    "doubtless_rounds_ended",
                    Kind.COUNTER,
                    "Rounds that have ended: published, kept, failed, cancelled",
                    List.of("outcome"),
                    "select state, count(*) from round where state not in ('waiting', 'running') group by state"),
            new Family(
                    "doubtless_job_waiting_seconds",
                    Kind.GAUGE,
                    "How long the job that is due longest has waited for a worker; 0 where none waits",
                    List.of(),
                    "select coalesce(extract(epoch from now() - min(execution_time)), 0) from scheduled_tasks"
                            + " where not picked and execution_time <= now()"),
            new Family(
                    "doubtless_job_heartbeat_age_seconds",
                    Kind.GAUGE,
                    "How long the quietest worker that has a job has not been heard of; 0 where none has one",
                    List.of(),
                    "select coalesce(extract(epoch from now() - min(last_heartbeat)), 0) from scheduled_tasks where picked"),
            new Family(
                    "doubtless_database_bytes",
                    Kind.GAUGE,
                    "What the database takes on its disk",
                    List.of(),
                    "select pg_database_size(current_database())"));
}
