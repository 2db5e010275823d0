-- Why an image is asked, for whoever answers it.
-- For each class with a vote its position and how many of the drawn networks take the image for it, 16 bits each, most
-- votes first; null where the scores were made before votes were kept. 5 bytes where all agree, 4 more a further class.
alter table image_score add column votes bytea;

alter table project
  add column show_why     boolean not null default true, -- whether people see it
  add column queue_length integer; -- images in the queue when it was swapped in: an entry's position times it is its place

-- For the images that stand first in the queue: the labelled ones that look most like each, nearest first. A publication
-- replaces those of its project.
create table look_alike (
  project_id bigint   not null references project on delete cascade,
  image_id   bigint   not null,
  near       bigint[] not null,
  primary key (project_id, image_id)
);

create table account_desk ( -- how a person wants the labelling page; who has no row has it as usual
  account_id bigint  primary key references account on delete cascade,
  show_why   boolean not null
);
