-- A pool's graph takes minutes to find; it is kept while versions with scores or the next round may want it.
create table neighbour_graph (
  id             bigint generated always as identity primary key,
  project_id     bigint      not null references project on delete cascade,
  feature_set_id bigint      not null references feature_set on delete cascade,
  images         bytea       not null, -- image ids, 64 bits big-endian, in the order of its rows
  images_hash    bytea       not null, -- SHA-256 of the same
  seed           bigint      not null,
  created_at     timestamptz not null,
  unique (feature_set_id, seed, images_hash)
);
create index neighbour_graph_project on neighbour_graph (project_id, id);

create table neighbour_graph_piece ( -- one value holds a gigabyte at most, and is read as a whole
  graph_id bigint  not null references neighbour_graph on delete cascade,
  number   integer not null,
  bytes    bytea   not null,
  primary key (graph_id, number)
);
alter table neighbour_graph_piece alter column bytes set storage external;

-- Images beyond a graph: the images in it that look most like them.
create table image_place (
  graph_id bigint not null references neighbour_graph on delete cascade,
  image_id bigint not null,
  near     bytea  not null, -- 32-bit row and 32-bit distance of each, nearest first
  primary key (graph_id, image_id)
);

-- Who came into the queue from elsewhere than a round, so that the next swap has to look at nothing else.
create table queue_arrival (
  id          bigint generated always as identity primary key,
  project_id  bigint not null references project on delete cascade,
  first_image bigint not null,
  last_image  bigint not null
);
create index queue_arrival_project on queue_arrival (project_id, id);

-- Checking each of a million entries against its image on every round would lock and rewrite the images; entries are
-- made from images, and images go only with their project.
alter table queue_entry drop constraint queue_entry_image_id_fkey;
