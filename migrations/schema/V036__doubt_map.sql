-- What a lead sends on from a map or a list of images, as one step that can be taken back.
create table sending (
  id            bigint generated always as identity primary key,
  project_id    bigint      not null references project on delete cascade,
  account_id    bigint      not null references account,
  route         text        not null check (route in ('queue', 'second_reader', 'better_image')),
  client_key    text        not null,
  measuring     integer     not null, -- passed over: chance decides when the control arm and audits are asked
  answered      integer     not null, -- passed over: answered already, or decided, or read by two
  created_at    timestamptz not null,
  taken_back_at timestamptz,
  unique (account_id, client_key)
);
create index sending_project on sending (project_id, id desc);

create table sent_image (
  sending_id    bigint not null references sending on delete cascade,
  image_id      bigint not null references image on delete cascade,
  position      double precision, -- where it stood in the queue; null: in none
  reason        text,             -- why it stood there
  placed        double precision, -- where it was put
  readers       integer,          -- how many it wanted; null: nobody had answered it
  annotation_id bigint references annotation on delete set null, -- the decision that it needs a better image
  primary key (sending_id, image_id)
);
create index sent_image_image on sent_image (image_id);
create index sent_image_annotation on sent_image (annotation_id); -- for the deletion of annotations

-- Images that a lead wants to be read by two, whatever their project does.
create view sent_to_second_reader as
select x.image_id from sent_image x join sending s on s.id = x.sending_id
where s.route = 'second_reader' and s.taken_back_at is null;

create or replace function readers_wanted(image_id bigint) returns integer
language sql stable as $$
select greatest(
  case when exists (select from sent_to_second_reader w where w.image_id = $1) then 2 else 1 end,
  case
    when p.overlap = 1 or p.overlap_for = 'all' then p.overlap
    when p.overlap_for = 'share' then
      case when drawn_lot(p.id, i.id, 'overlap') < p.overlap_share then p.overlap else 1 end
    when (select route_of('waiting', s.epistemic, s.aleatoric, t.model, t.data)
          from image_score s where s.model_version_id = p.published_model and s.image_id = i.id) = 'second_reader'
      then p.overlap
    else 1 end)
from image i join project p on p.id = i.project_id join route_threshold t on t.project_id = p.id
where i.id = $1
$$;

-- How the two doubts of all images that a version scored are spread: the values that 5, 25, 50, 75 and 95 % of them stay
-- below. Kept when it is published, for its scores are dropped some day.
create table doubt_spread (
  model_version_id bigint  primary key references model_version on delete cascade,
  images           integer not null,
  model            real[]  not null,
  data             real[]  not null
);
insert into doubt_spread
select model_version_id, count(*),
       percentile_disc(array[0.05, 0.25, 0.5, 0.75, 0.95]) within group (order by epistemic),
       percentile_disc(array[0.05, 0.25, 0.5, 0.75, 0.95]) within group (order by aleatoric)
from image_score group by model_version_id;
