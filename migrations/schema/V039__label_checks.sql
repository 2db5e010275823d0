-- Labels that a model which has not learnt them finds improbable. A check learns from some of the labels and judges the
-- others, until all are judged; a project has its newest.
create table label_check (
  id         bigint generated always as identity primary key,
  project_id bigint      not null references project on delete cascade,
  job_id     bigint      references job on delete set null,
  snapshot   bigint      not null, -- the newest annotation that it has seen
  labels     integer     not null,
  judged     integer     not null, -- of them; a class with too few labels is not judged
  folds      integer     not null,
  made_at    timestamptz not null
);
create index label_check_project on label_check (project_id, id desc);

create table label_score (
  check_id      bigint not null references label_check on delete cascade,
  image_id      bigint not null references image on delete cascade,
  class_id      bigint not null, -- the label
  probability   real   not null, -- of it
  likely        bigint,          -- another class that is confidently likelier; null where the label stands
  likelihood    real   not null, -- of the other class, else of the likeliest
  model         real   not null, -- the two doubts of the model that judged it
  data          real   not null,
  primary key (check_id, image_id)
);
create index label_score_image on label_score (image_id);
create index label_score_suspect on label_score (check_id, probability) where likely is not null;
