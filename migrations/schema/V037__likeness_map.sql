-- A pool laid out for people to look at: images that look alike lie close together. One plane a project, made with each new
-- graph, of the images that the graph joins.
create table image_layout (
  project_id bigint   not null references project on delete cascade,
  image_id   bigint   not null,
  x          real     not null, -- 0 to 1
  y          real     not null,
  stranger   real     not null, -- the share of the pool that is less strange, 0 to 1
  near       bigint[] not null, -- the images that look most like it, nearest first
  distance   real[]   not null, -- how far each of them is, in units of the features
  primary key (project_id, image_id)
);
create index image_layout_stranger on image_layout (project_id, stranger desc);
create index image_layout_nearest on image_layout (project_id, (distance[1]));

alter table project add column layout_graph bigint; -- the neighbour_graph that its plane was made of; null: none yet
