-- The labels of a project asked for again, in the active order and in random ones: what the order has saved.
create table replay (
  id         bigint generated always as identity primary key,
  project_id bigint      not null references project on delete cascade,
  job_id     bigint      references job on delete set null,
  labels     integer     not null, -- that could be asked for
  budget     integer     not null, -- that each run was given
  control    integer     not null, -- images that measured
  seeds      integer     not null,
  made_at    timestamptz not null
);
create index replay_project on replay (project_id, id desc);

create table replay_point (
  replay_id bigint           not null references replay on delete cascade,
  active    boolean          not null, -- the order; false: by chance
  seed      bigint           not null,
  labels    integer          not null,
  accuracy  double precision not null,
  primary key (replay_id, active, seed, labels)
);
