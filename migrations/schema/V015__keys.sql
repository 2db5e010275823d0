-- Which keys a person gave to what the labelling page does; who has no row has the usual ones.
create table account_keys (
  account_id bigint      primary key references account on delete cascade,
  keys       jsonb       not null,
  changed_at timestamptz not null
);
