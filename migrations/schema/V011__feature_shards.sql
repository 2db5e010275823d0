-- Features are made a shard at a time, by whichever worker takes it. Its row is locked while that goes on, and so is free
-- again at the moment when its worker dies.
create table feature_shard (
  id             bigint generated always as identity primary key,
  feature_set_id bigint      not null references feature_set on delete cascade,
  images         bigint[]    not null,
  made_by        text, -- the worker; null until it is made
  made_at        timestamptz,
  check ((made_by is null) = (made_at is null))
);
create index feature_shard_set on feature_shard (feature_set_id, id);
create index feature_shard_waiting on feature_shard (feature_set_id, id) where made_by is null;

-- Who reads which shard's images now. A worker that is killed by one of them leaves its row behind.
create table feature_attempt (
  shard_id bigint      primary key references feature_shard on delete cascade,
  worker   text        not null,
  since    timestamptz not null
);

-- The same for the fitting of an extractor; the image is noted only where a worker has died at it before.
create table fit_attempt (
  project_id bigint      primary key references project on delete cascade,
  image_id   bigint,
  worker     text        not null,
  since      timestamptz not null
);

-- Images that no worker opens again, because one died when it did.
create table image_set_aside (
  image_id bigint      primary key references image on delete cascade,
  reason   text        not null, -- for a person
  at       timestamptz not null
);
