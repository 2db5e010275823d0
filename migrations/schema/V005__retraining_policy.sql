-- When rounds start by themselves. What a way does not need is kept, so that a lead can go back to it.
alter table project
  add column retraining        text not null default 'grows' check (retraining in ('grows', 'labels', 'schedule', 'paused')),
  add column retrain_schedule  text,        -- cron, five fields
  add column retrain_zone      text,        -- the time zone in which it is read
  add column retrain_at        timestamptz, -- when the schedule is due next
  add column retrain_paused_by bigint references account on delete set null,
  add column retrain_paused_at timestamptz,
  alter column retrain_after drop default,
  alter column retrain_after drop not null;
-- Projects that are there keep their number.
update project set retraining = 'labels';
alter table project
  add check (retraining <> 'labels' or retrain_after is not null),
  add check (retraining <> 'schedule' or (retrain_schedule is not null and retrain_at is not null)),
  add check ((retrain_schedule is null) = (retrain_zone is null));
create index project_retrain_at on project (retrain_at) where retraining = 'schedule';

alter table round drop constraint if exists round_cause_check;
alter table round add constraint round_cause_check check (cause in ('hand', 'labels', 'schedule', 'import'));

-- What was asked for while a round was under way: one more round, however often it was asked for. A table of its own,
-- because a round that publishes holds the rows of the round and the project for as long as that takes.
create table wanted_round (
  project_id bigint primary key references project on delete cascade,
  cause      text        not null check (cause in ('hand', 'labels', 'schedule', 'import')),
  wanted_by  bigint references account on delete set null,
  wanted_at  timestamptz not null
);
