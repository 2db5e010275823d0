-- A model's scores are made a shard at a time, too, by whichever worker takes one. Whoever helps makes the model again from
-- its state, which is what a version keeps as its parameters.
create table scoring (
  id               bigint generated always as identity primary key,
  job_id           bigint not null references job on delete cascade,
  project_id       bigint not null references project on delete cascade,
  model_version_id bigint not null, -- the version itself comes with its publication
  run              integer not null, -- of the job: into its table of scores they are written
  state            bytea  not null,
  worker           text   not null -- whose job it is, and who so needs no help from itself
);
create index scoring_job on scoring (job_id);
create index scoring_project on scoring (project_id);

create table score_shard (
  id         bigint generated always as identity primary key,
  scoring_id bigint   not null references scoring on delete cascade,
  images     bigint[] not null, -- all in the model's graph or all beyond it
  made_by    text -- the worker; null until it is made
);
create index score_shard_scoring on score_shard (scoring_id, id);
create index score_shard_waiting on score_shard (scoring_id, id) where made_by is null;
