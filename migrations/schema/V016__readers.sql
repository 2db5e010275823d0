-- Several readers of one image, what becomes of their answers, and decisions where they differ.
alter table project
  add column overlap       integer          not null default 1 check (overlap between 1 and 9), -- readers of one image
  add column overlap_for   text             not null default 'all' check (overlap_for in ('all', 'share', 'doubt')),
  add column overlap_share double precision not null default 0.1 check (overlap_share between 0.01 and 1),
  add column overlap_doubt double precision not null default 0.3 check (overlap_doubt between 0 and 1);

-- answer: what counts as a person's reading. adjudication: a lead's decision between readings. repeat and gold: asked to
-- measure the person; they say nothing about the image.
alter table annotation
  add column purpose text not null default 'answer' check (purpose in ('answer', 'adjudication', 'repeat', 'gold')),
  add check (purpose <> 'adjudication' or outcome in ('labelled', 'cannot_tell', 'withdrawn'));

alter table image drop constraint image_state_check;
alter table image
  -- Derived: how many readers the image wants, fixed by its first answer; null while nothing is answered.
  add column readers integer,
  add constraint image_state_check check (state in ('waiting', 'labelled', 'cannot_tell', 'flagged', 'disagreement'));
create index image_read_in_part on image (project_id, id) where state = 'waiting' and readers is not null;

-- Who has answered an image that waits for further readers; null where nobody has.
alter table queue_entry add column answered_by bigint[];

-- What each person says of each image: the newest of their answers that stand.
create view reading as
select distinct on (a.image_id, a.account_id)
       a.image_id, a.account_id, a.project_id, a.id as annotation_id, a.outcome, a.class_id, a.note, a.created_at
from annotation a
where a.purpose = 'answer' and a.outcome in ('labelled', 'cannot_tell', 'flagged')
  and not exists (select from annotation w where w.withdraws = a.id)
order by a.image_id, a.account_id, a.id desc;

-- A number from 0 to 1 that an image of a project draws once and for ever.
create function drawn_lot(project_id bigint, image_id bigint, purpose text) returns double precision
language sql immutable
return ('x' || left(md5(project_id || ':' || image_id || ':' || purpose), 8))::bit(32)::bigint / 4294967296.0;

-- By how many people an image is to be answered that nobody has answered yet.
create function readers_wanted(image_id bigint) returns integer
language sql stable as $$
select case
    when p.overlap = 1 or p.overlap_for = 'all' then p.overlap
    when p.overlap_for = 'share' then
      case when drawn_lot(p.id, i.id, 'overlap') < p.overlap_share then p.overlap else 1 end
    when (select s.aleatoric from image_score s where s.model_version_id = p.published_model and s.image_id = i.id)
         > p.overlap_doubt then p.overlap
    else 1 end
from image i join project p on p.id = i.project_id
where i.id = $1
$$;

-- The one rule by which answers become an image's state and label. A decision holds; else, where one reader is wanted, the
-- newest answer; else nothing before all have answered, except that anybody's flag takes the image out; then the answer that
-- more than half of them gave; else they disagree.
create function resolve_image(image_id bigint) returns table (state text, class_id bigint, readers integer)
language sql stable as $$
with said as (select r.annotation_id, r.outcome, r.class_id from reading r where r.image_id = $1),
  wanted as (select coalesce(i.readers, case when i.state = 'waiting' then readers_wanted(i.id) else 1 end) as number
             from image i where i.id = $1),
  decided as (select a.outcome, a.class_id from annotation a
              where a.image_id = $1 and a.purpose = 'adjudication' and a.outcome <> 'withdrawn'
                and not exists (select from annotation w where w.withdraws = a.id)
              order by a.id desc limit 1),
  newest as (select s.outcome, s.class_id from said s order by s.annotation_id desc limit 1),
  most as (select s.outcome, s.class_id, count(*) as votes from said s group by s.outcome, s.class_id
           order by count(*) desc limit 1),
  told as (select count(*) as number, coalesce(bool_or(s.outcome = 'flagged'), false) as flagged from said s),
  found as (
    select d.outcome, d.class_id, 0 as turn from decided d
    union all select n.outcome, n.class_id, 1 from newest n, wanted w where w.number = 1
    union all select 'flagged', null, 2 from told t where t.flagged
    union all select 'waiting', null, 3 from told t, wanted w where t.number < w.number
    union all select m.outcome, m.class_id, 4 from most m, told t where 2 * m.votes > t.number
    union all select 'disagreement', null, 5
    order by 3 limit 1)
select f.outcome, f.class_id, case when t.number > 0 then w.number end
from found f, told t, wanted w
$$;
