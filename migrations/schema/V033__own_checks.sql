-- Checks of one person: what they hold to be measured by and have not answered (state null), and what they answered, newest
-- answer. To them such an image looks as any other would that they are asked about or have answered.
create function own_checks(project_id bigint, account_id bigint, at timestamptz)
  returns table (image_id bigint, reason text, outcome text, class_id bigint)
language sql stable as $$
with open as (
    select distinct on (l.image_id) l.image_id, l.reason
    from lease l join project p on p.id = l.project_id
    where l.account_id = $2 and l.project_id = $1 and l.claimed_at > $3 - make_interval(secs => p.lease_seconds)
      and l.reason in ('gold', 'repeat')
      and not exists (select from annotation a where a.image_id = l.image_id and a.account_id = l.account_id
                      and a.purpose = l.reason and a.outcome <> 'withdrawn'
                      and not exists (select from annotation w where w.withdraws = a.id))
    order by l.image_id, l.id desc),
  answered as (
    select distinct on (a.image_id) a.image_id, a.purpose, a.outcome, a.class_id
    from annotation a
    where a.account_id = $2 and a.project_id = $1 and a.purpose in ('gold', 'repeat') and a.outcome <> 'withdrawn'
      and not exists (select from annotation w where w.withdraws = a.id)
      -- A later answer of the person's is about the image again.
      and not exists (select from annotation b where b.image_id = a.image_id and b.account_id = a.account_id
                      and b.purpose = 'answer' and b.id > a.id)
    order by a.image_id, a.id desc)
select o.image_id, o.reason, null, null from open o
union all
select a.image_id, a.purpose, a.outcome, a.class_id from answered a
where not exists (select from open o where o.image_id = a.image_id)
$$;

create index annotation_check on annotation (account_id, project_id, image_id, id desc) where purpose in ('gold', 'repeat');
