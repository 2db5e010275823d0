-- An encoder is trained on a project's pool before its features are made, where a lead wants one.
create table encoder (
  project_id    bigint primary key references project on delete cascade,
  augmentations text[]  not null check (cardinality(augmentations) > 0),
  steps         integer not null check (steps between 1 and 100000),
  checkpoint    bytea -- of the training under way, to go on from; null where none is
);
alter table encoder alter column checkpoint set storage external;

alter table feature_set add column encoder text; -- how its encoder was trained; null without one
