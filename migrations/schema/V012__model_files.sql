-- A version as one file to use elsewhere, made by a worker when somebody asks for it and kept while it is among the
-- project's newest.
create table model_file (
  model_version_id bigint primary key references model_version on delete cascade,
  byte_count       bigint,              -- null while it is written
  made_at          timestamptz not null
);

create table model_file_piece (
  model_version_id bigint  not null references model_file on delete cascade,
  turn             integer not null,
  content          bytea   not null,
  primary key (model_version_id, turn)
);
alter table model_file_piece alter column content set storage external;
