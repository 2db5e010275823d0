-- Features: the numbers that a model sees of an image, made once and kept.
create table feature_set ( -- what makes features of a project's images; fitted to its pool without a label
  id         bigint generated always as identity primary key,
  project_id bigint      not null references project on delete cascade,
  extractor  bytea       not null,
  fitted_on  integer     not null, -- the pool had so many images then
  seed       bigint      not null,
  created_at timestamptz not null
);
create index feature_set_project on feature_set (project_id, id);
alter table feature_set alter column extractor set storage external;

create table image_feature (
  feature_set_id bigint not null references feature_set on delete cascade,
  image_id       bigint not null references image on delete cascade,
  numbers        bytea,  -- 16-bit floats, big-endian
  set_aside      text,   -- why there are none, for a person
  primary key (feature_set_id, image_id),
  check ((numbers is null) <> (set_aside is null))
);
create index image_feature_image on image_feature (image_id); -- for the deletion of images
-- Noise does not shrink.
alter table image_feature alter column numbers set storage external;

-- A pool that came in is ranked before anybody has labelled it.
alter table round drop constraint round_cause_check;
alter table round add constraint round_cause_check check (cause in ('hand', 'labels', 'schedule', 'import'));
