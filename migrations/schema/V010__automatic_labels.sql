-- Labels that a model gives, under a rule of the project: at most so many of them wrong. People's answers are annotations;
-- these are none, and no model learns from them.
alter table project
  add column automatic_labels  boolean not null default false,
  add column most_wrong        double precision not null default 0.01 check (most_wrong between 0.001 and 0.2),
  add column audit_share       double precision not null default 0.05 check (audit_share between 0.01 and 0.5),
  add column automatic_since   timestamptz, -- audits of labels given since then speak for or against the rule
  add column automatic_stopped text,        -- why it is off, for a person; null where a lead switched it off, or never on
  add column automatic_set     bigint,      -- the labels that stand; null where none do
  add check (not automatic_labels or automatic_since is not null);

create table automatic_set ( -- what a publication decided: labels, or why there are none
  id               bigint generated always as identity primary key,
  project_id       bigint      not null references project on delete cascade,
  model_version_id bigint      not null references model_version,
  most_wrong       double precision not null,
  certain          boolean     not null default false, -- whether the control arm bears the promise out
  threshold        real,       -- the least probability of the class that it takes; null where nothing was left to label
  bound            real,       -- the largest share of wrong ones that is possible, with 95 % certainty
  images           integer     not null default 0, -- labelled, when it was decided
  audits           integer     not null default 0, -- kept in the queue instead, by chance
  checked          integer     not null default 0, -- answered control images that pass the threshold
  wrong            integer     not null default 0, -- of these, those whose answer is another
  missing          integer     not null default 0, -- about so many more control labels are needed
  created_at       timestamptz not null
);
create index automatic_set_project on automatic_set (project_id, id);
create index automatic_set_model on automatic_set (model_version_id, id);
alter table project add foreign key (automatic_set) references automatic_set;

-- Hundreds of thousands of rows at once: none of them is checked against the one that they all name.
create table automatic_label (
  set_id      bigint not null,
  image_id    bigint not null,
  class_id    bigint not null,
  probability real   not null,
  primary key (set_id, image_id)
);

create table automatic_audit ( -- what the model would have said of an image that people are asked about blindly
  set_id      bigint not null,
  image_id    bigint not null,
  class_id    bigint not null,
  probability real   not null,
  primary key (set_id, image_id)
);
