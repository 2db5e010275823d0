package org.doubtless.dashboard.pages;

import java.util.List;
import java.util.stream.Collectors;
import org.doubtless.project.ProjectId;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPerson;

/**
 * Lays the history of a large project into the database: images that nobody has ever seen, the answers of some people, rounds
 * with their models and scores, a plane, a check of the labels, a replay. Image number n is of class n modulo 10; the first
 * ones that were answered are those of the lowest place (n * 7919) modulo the number of images.
 */
final class MadeUpHistory {
    /** Models that were published one after the other. */
    static final int ROUNDS = 12;

    /** The newest of them, whose scores are still there. */
    private static final int SCORED = 3;

    private static final int LAID_OUT = 60_000;

    private final Sql sql;
    private final ProjectId project;
    private final int images;
    private final int answered;
    private final String people;
    private long first;

    MadeUpHistory(Sql sql, ProjectId project, int images, int answered, List<TestPerson> people) {
        this.sql = sql;
        this.project = project;
        this.images = images;
        this.answered = answered;
        this.people = people.stream().map(person -> person.id().toString()).collect(Collectors.joining(","));
    }

    /** The id of the first image; the others follow. */
    long first() {
        return first;
    }

    void make() {
        images();
        answers();
        for (int round = 1; round <= ROUNDS; round++) {
            round(round);
        }
        queue();
        checks();
        sql.update("vacuum analyze");
    }

    private void images() {
        run("""
                insert into image (project_id, sha256, filename, media_type, width, height, byte_count, arm, imported_at,
                                   state, class_id, readers)
                select %1$d, decode(md5(n::text), 'hex'), n || '.png', 'image/png', 28, 28, 300,
                       case when n %% 10 = 0 then 'control' else 'active' end, now() - interval '20 days', state,
                       case when state = 'labelled' then classes[n %% 10 + 1] end,
                       case when k < %3$d then 1 + (k %% 10 in (1, 2))::integer
                            when k < %3$d * 1.05 and k %% 10 = 1 then 2 end
                from (select n, k, case when k >= %3$d then 'waiting' when k %% 50 = 7 then 'cannot_tell'
                                        when k %% 100 = 13 then 'flagged' when k %% 50 = 21 then 'disagreement'
                                        else 'labelled' end as state
                      from (select n, n::bigint * 7919 %% %2$d as k from generate_series(1, %2$d) n) places) states,
                     (select array_agg(id order by position) as classes from project_class where project_id = %1$d) c
                """, images, answered);
        first = sql.number("select min(id) from image where project_id = ?", project.value());
        run("insert into image_thumbnail (image_id, content) select id, decode(repeat('00', 60), 'hex') from image"
                + " where project_id = %1$d");
        run("""
                with made as (insert into feature_set (project_id, extractor, fitted_on, seed, created_at)
                              values (%1$d, '', %2$d, 1, now()) returning id)
                insert into image_feature (feature_set_id, image_id, numbers, set_aside)
                select made.id, i.id, case when i.id %% 5000 <> 1 then decode(repeat('00', 64), 'hex') end,
                       case when i.id %% 5000 = 1 then 'It cannot be decoded.' end
                from image i, made where i.project_id = %1$d
                """, images);
        run("""
                insert into image_layout (project_id, image_id, x, y, stranger, near, distance)
                select %1$d, id, 0.1 * (id %% 10) + 0.1 * random(), random(), random(),
                       array(select %2$d + (id - %2$d + k * 10) %% %3$d from generate_series(1, 8) k),
                       array(select ((0.1 + id %% 977 / 1000.0) * k)::real from generate_series(1, 8) k)
                from image where project_id = %1$d and id < %2$d + %3$d
                """, first, Math.min(images, LAID_OUT));
    }

    /** Of each answered image one reading, or two, which differ where the readers disagree. */
    private void answers() {
        run("""
                with places as (
                  select i.*, (i.id - %2$d + 1) * 7919 %% %3$d as k from image i
                  where i.project_id = %1$d and (i.state <> 'waiting' or i.readers is not null)),
                served as (
                  insert into lease (project_id, image_id, account_id, claimed_at, generation, position, reason)
                  select %1$d, p.id, readers.ids[1 + (k + turn) %% 8], now() - (%4$d * 1.1 - k) * interval '3 minutes', 0, 0.5, 'doubt'
                  from places p, generate_series(0, 1) turn, (select array[%5$s]::bigint[] as ids) readers
                  where turn = 0 or p.readers = 2 and p.state <> 'waiting'
                  returning id, image_id, account_id, claimed_at)
                insert into annotation (project_id, image_id, account_id, outcome, class_id, client_key, milliseconds,
                                        lease_id, created_at)
                select %1$d, p.id, s.account_id, outcome,
                       case when outcome = 'labelled'
                            then coalesce(p.class_id, (select c.id from project_class c where c.project_id = %1$d
                                                       and c.position = (p.id + s.account_id) %% 10)) end,
                       'made up ' || s.id, 2000 + p.id * 37 %% 9000, s.id, s.claimed_at + interval '5 seconds'
                from served s join places p on p.id = s.image_id,
                     lateral (select case when p.state in ('cannot_tell', 'flagged') then p.state else 'labelled' end) o (outcome)
                order by s.id
                """, first, images, answered, people);
    }

    private void round(int number) {
        int labels = answered * number / ROUNDS;
        double accuracy = 0.97 - 0.3 * Math.exp(-3.0 * number / ROUNDS);
        boolean last = number == ROUNDS;
        long model = sql.number("""
                        insert into model_version (project_id, number, state, parameters, metrics, provenance, created_at, published_at)
                        select p.id, %2$d, '%3$s', '', jsonb_build_object('trainingLabels', %4$d, 'controlLabels', %5$d,
                            'accuracy', jsonb_build_object('value', %6$s, 'low', %6$s - 0.03, 'high', %6$s + 0.02, 'n', %5$d),
                            'balancedAccuracy', %6$s, 'negativeLogLikelihood', 0.3, 'brier', 0.1, 'calibrationError', 0.02,
                            'classes', (select jsonb_agg(jsonb_build_object('class', c.id, 'right', %5$d / 11, 'n', %5$d / 10))
                                        from project_class c where c.project_id = p.id)),
                          '{"seed": 1, "samples": 20, "posterior": "auto", "machine": {}}', now() - (%7$d - %2$d) * interval '1 day',
                          now() - (%7$d - %2$d) * interval '1 day'
                        from project p where p.id = %1$d returning id
                        """.formatted(
                        project.value(),
                        number,
                        last ? "published" : "retired",
                        labels * 9 / 10,
                        labels / 10,
                        accuracy,
                        ROUNDS));
        run("""
                insert into round (project_id, number, cause, state, seed, snapshot, training_labels, control_labels,
                                   model_version_id, created_at, finished_at)
                select %1$d, m.number, 'labels', 'published', 1, (select min(id) + %3$d from annotation where project_id = %1$d),
                       %3$d * 9 / 10, %3$d / 10, m.id, m.published_at - interval '1 minute', m.published_at
                from model_version m where m.id = %2$d
                """, model, labels);
        run(
                "insert into doubt_spread values (%2$d, %3$d, '{0.001,0.01,0.05,0.12,0.3}', '{0.001,0.01,0.04,0.1,0.35}')",
                model, images);
        if (number > ROUNDS - SCORED) {
            score(model, accuracy);
        }
        if (last) {
            run(
                    "update project set published_model = %2$d, found_model_threshold = 0.12, found_data_threshold = 0.25,"
                            + " layout_graph = 1 where id = %1$d",
                    model);
        }
    }

    /** Made and attached as a round does it. */
    private void score(long model, double accuracy) {
        run("create table image_score_%2$d (like image_score including defaults)", model);
        run("""
                insert into image_score_%2$d (model_version_id, image_id, total, aleatoric, epistemic, prediction, probabilities)
                select %2$d, s.id, least(1, data + model), data, model, c.id, c.probabilities
                from (select id, 0.6 * power(random(), 4) as data, 0.5 * power(random(), 5) as model,
                             (id - %3$d + 1 + case when random() > %4$s then 1 + floor(random() * 9) else 0 end)::integer %% 10 as said
                      from image where project_id = %1$d) s
                join (select id, position, array(select case when k = position then 0.82 else 0.02 end::real
                                                 from generate_series(0, 9) k) as probabilities
                      from project_class where project_id = %1$d) c on c.position = s.said
                """, model, first, accuracy);
        run("alter table image_score_%2$d add primary key (model_version_id, image_id)", model);
        run("create index on image_score_%2$d (epistemic, image_id)", model);
        run("create index on image_score_%2$d (aleatoric, image_id)", model);
        run("alter table image_score attach partition image_score_%2$d for values in (%2$d)", model);
    }

    /** The model labels what it is sure of, about a third of the pool; the rest waits in the queue. */
    private void queue() {
        run("""
                with made as (
                  insert into automatic_set (project_id, model_version_id, most_wrong, certain, threshold, bound, images, audits,
                                             checked, wrong, created_at)
                  select p.id, p.published_model, 0.01, true, 0.8, 0.009, %2$d / 3, 100, %3$d / 20, 1, now()
                  from project p where p.id = %1$d returning id, project_id, model_version_id),
                named as (update project p set automatic_labels = true, automatic_since = now(), automatic_set = made.id
                          from made where p.id = made.project_id)
                insert into automatic_label (set_id, image_id, class_id, probability)
                select made.id, s.image_id, s.prediction, 0.82
                from made join image_score s on s.model_version_id = made.model_version_id and s.total < 0.05
                join image i on i.id = s.image_id and i.state = 'waiting' and i.readers is null and i.arm = 'active'
                """, images, answered);
        run("""
                insert into queue_entry (project_id, generation, image_id, position, score, reason)
                select i.project_id, 0, i.id, random(), case when i.arm = 'active' then s.epistemic end,
                       case when i.arm = 'active' then 'doubt' else 'control' end
                from project p join image i on i.project_id = p.id and i.state = 'waiting'
                join image_score s on s.model_version_id = p.published_model and s.image_id = i.id
                where p.id = %1$d and not exists (select from automatic_label a where a.set_id = p.automatic_set and a.image_id = i.id)
                """);
        run("""
                insert into automatic_audit (set_id, image_id, class_id, probability)
                select p.automatic_set, q.image_id, s.prediction, 0.82
                from project p join queue_entry q on q.project_id = p.id and q.reason = 'doubt'
                join image_score s on s.model_version_id = p.published_model and s.image_id = q.image_id
                where p.id = %1$d limit 100
                """);
    }

    private void checks() {
        run("""
                with made as (insert into label_check (project_id, snapshot, labels, judged, folds, made_at)
                              values (%1$d, 1, %2$d, %2$d, 5, now()) returning id)
                insert into label_score
                select made.id, i.id, i.class_id, random(), case when i.id %% 30 = 1 then c.id end, 0.8, random() * 0.4, random() * 0.4
                from made, image i join project_class c on c.project_id = i.project_id and c.position = (i.id + 3) %% 10
                where i.project_id = %1$d and i.arm = 'active' and i.state = 'labelled'
                """, answered);
        run("""
                with made as (insert into replay (project_id, labels, budget, control, seeds, made_at)
                              values (%1$d, %2$d, 400, %2$d / 10, 5, now()) returning id)
                insert into replay_point
                select made.id, order_ = 0, seed, labels * 20, 0.95 - 0.6 * exp(-labels / (5.0 + 3 * order_)) + 0.002 * seed
                from made, generate_series(0, 1) order_, generate_series(1, 5) seed, generate_series(1, 20) labels
                """, answered);
        run(
                "insert into gold select i.id, %1$d, classes.id, (array[%2$s]::bigint[])[1], now() from (select id from image"
                        + " where project_id = %1$d and arm = 'active' and state = 'waiting' order by id desc limit 60) i,"
                        + " (select min(id) as id from project_class where project_id = %1$d) classes",
                people);
        run("""
                insert into annotation (project_id, image_id, account_id, outcome, class_id, client_key, milliseconds, purpose, created_at)
                select %1$d, g.image_id, person, 'labelled', g.class_id, 'gold ' || g.image_id, 3000, 'gold', now()
                from gold g, unnest(array[%2$s]::bigint[]) person where g.project_id = %1$d
                """, people);
        run(
                "insert into job (project_id, kind, state, title, created_at, started_at, finished_at) select %1$d, 'round', 'done',"
                        + " 'Round ' || n, now(), now(), now() from generate_series(1, 300) n");
        run(
                "insert into job_log (job_id, at, line) select j.id, now(), 'Line ' || n from job j, generate_series(1, 40) n"
                        + " where j.project_id = %1$d");
        run("""
                with made as (insert into deed (at, account_id, deed, project_id, project_name, things)
                              select now(), (array[%2$s]::bigint[])[1], 'round_started', %1$d, 'Large', '{}'
                              from generate_series(1, 20000) returning id)
                insert into deed_end (deed_id, at, status) select id, now(), 202 from made
                """, people);
    }

    /** The project is the first value. */
    private void run(String text, Object... more) {
        Object[] values = new Object[more.length + 1];
        values[0] = project.value();
        System.arraycopy(more, 0, values, 1, more.length);
        sql.update(text.formatted(values));
    }
}
