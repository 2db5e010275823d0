-- Images with a known answer, and repeats: asked among the others to measure a reader, never the image. Shares of what is served.
alter table project
  add column gold_share   double precision not null default 0 check (gold_share between 0 and 0.3),
  add column repeat_share double precision not null default 0 check (repeat_share between 0 and 0.3),
  add column repeat_after integer          not null default 50 check (repeat_after between 10 and 10000); -- other images between

create table gold (
  image_id   bigint      primary key references image on delete cascade,
  project_id bigint      not null references project on delete cascade,
  class_id   bigint      not null references project_class,
  account_id bigint      not null references account, -- who marked it is never asked about it
  marked_at  timestamptz not null
);
create index gold_project on gold (project_id, image_id);

-- One person's answers, newest first.
create index annotation_person on annotation (account_id, project_id, id desc);
