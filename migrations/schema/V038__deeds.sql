-- Who did what, and when. A row is written before a deed is begun, and another when it has ended: where the second is
-- missing, the server died in between and nobody knows which way it went. Nothing here refers to other tables, so that a
-- deed outlives what it was done to.
create table deed (
  id           bigint generated always as identity primary key,
  at           timestamptz not null,
  account_id   bigint, -- null: nobody was signed in yet
  by_token     boolean     not null default false,
  deed         text        not null,
  project_id   bigint,
  project_name text, -- as it was named then
  things       jsonb       not null default '{}' -- what the address names: kind → id
);
create index deed_project on deed (project_id, id);
create index deed_account on deed (account_id, id);

create table deed_end (
  deed_id    bigint      primary key references deed,
  at         timestamptz not null,
  status     integer     not null, -- as HTTP has it
  account_id bigint, -- who signed in by this deed
  notes      jsonb       not null default '{}'
);
