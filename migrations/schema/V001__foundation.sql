-- Doubtless, foundation. Derived columns are named as such; everything else is written once.

-- People -------------------------------------------------------------------------------------
create table account (
  id            bigint generated always as identity primary key,
  email         text        not null unique check (email = lower(email)),
  name          text        not null,
  password_hash text        not null,
  administrator boolean     not null default false,
  active        boolean     not null default true,
  created_at    timestamptz not null
);

create table api_token (
  id           bigint generated always as identity primary key,
  account_id   bigint      not null references account on delete cascade,
  name         text        not null,
  hash         bytea       not null unique, -- SHA-256 of the token; the token itself is shown once
  created_at   timestamptz not null,
  last_used_at timestamptz,
  revoked_at   timestamptz
);
create index api_token_account on api_token (account_id);

-- Projects -----------------------------------------------------------------------------------
create table project (
  id               bigint generated always as identity primary key,
  name             text        not null unique check (name <> ''),
  task             text        not null check (task in ('classification')),
  control_share    real        not null default 0.1 check (control_share between 0 and 0.5),
  seed             bigint      not null,           -- draws the control arm and the rounds
  retrain_after    integer     not null default 20 check (retrain_after >= 1),
  lease_seconds    integer     not null default 900 check (lease_seconds >= 5),
  samples          integer     not null default 20 check (samples between 2 and 500),
  queue_generation bigint      not null default 0, -- the queue that is served
  published_model  bigint,                         -- references model_version, below
  demo             boolean     not null default false,
  created_by       bigint      not null references account,
  created_at       timestamptz not null
);

create table project_class (
  id         bigint generated always as identity primary key,
  project_id bigint  not null references project on delete cascade,
  position   integer not null,
  name       text    not null check (name <> ''),
  unique (project_id, position),
  unique (project_id, name)
);

create table membership (
  project_id bigint not null references project on delete cascade,
  account_id bigint not null references account on delete cascade,
  role       text   not null check (role in ('lead', 'annotator', 'viewer')),
  primary key (project_id, account_id)
);
create index membership_account on membership (account_id);

-- Jobs ---------------------------------------------------------------------------------------
create table scheduled_tasks ( -- db-scheduler's own table, as its documentation gives it
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

create table job (
  id               bigint generated always as identity primary key,
  project_id       bigint references project on delete cascade,
  kind             text        not null, -- import, round, demo, …
  state            text        not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  title            text        not null,
  stage            text        not null default '',
  stage_at         timestamptz,           -- when the stage began; the time left is told from its pace
  done             bigint      not null default 0,
  total            bigint      not null default 0, -- 0: not known
  cancel_requested boolean     not null default false,
  failure          text,                  -- for a person: what failed and what to do
  parameters       jsonb       not null default '{}',
  result           jsonb,
  created_by       bigint references account,
  created_at       timestamptz not null,
  started_at       timestamptz,
  finished_at      timestamptz
);
create index job_project on job (project_id, id desc);

create table job_log (
  id     bigint generated always as identity primary key,
  job_id bigint      not null references job on delete cascade,
  at     timestamptz not null,
  line   text        not null
);
create index job_log_job on job_log (job_id, id);

-- Pool ---------------------------------------------------------------------------------------
create table image (
  id          bigint generated always as identity primary key,
  project_id  bigint      not null references project on delete cascade,
  sha256      bytea       not null,
  filename    text        not null,
  media_type  text        not null,
  width       integer     not null, -- as shown, EXIF orientation applied
  height      integer     not null,
  orientation smallint    not null default 1,
  byte_count  bigint      not null,
  arm         text        not null check (arm in ('active', 'control')),
  import_job  bigint references job on delete set null,
  imported_at timestamptz not null,
  state       text        not null default 'waiting' -- derived from the annotations
              check (state in ('waiting', 'labelled', 'cannot_tell', 'flagged')),
  class_id    bigint references project_class,       -- derived from the annotations
  unique (project_id, sha256)
);
create index image_page on image (project_id, id);
create index image_state on image (project_id, state, id);
create index image_class on image (project_id, class_id, id);

create table image_content (
  image_id bigint primary key references image on delete cascade,
  content  bytea not null
);
alter table image_content alter column content set storage external;

create table image_thumbnail ( -- none where the image itself is small enough to be its thumbnail
  image_id bigint primary key references image on delete cascade,
  content  bytea not null
);
alter table image_thumbnail alter column content set storage external;

create table import_rejection (
  id       bigint generated always as identity primary key,
  job_id   bigint not null references job on delete cascade,
  filename text   not null,
  reason   text   not null, -- empty_file, not_an_image, unsupported, truncated, too_many_pixels, duplicate, …
  detail   text   not null, -- for a person: what is wrong and what to do
  image_id bigint references image on delete set null -- of a duplicate: the one that is kept
);
create index import_rejection_job on import_rejection (job_id, id);
create index import_rejection_image on import_rejection (image_id); -- for the deletion of images

create table image_truth ( -- kept aside for the demo's oracle; no page and no model reads it
  image_id bigint primary key references image on delete cascade,
  class_id bigint references project_class -- null: nobody can tell
);

-- Models and rounds --------------------------------------------------------------------------
create table model_version (
  id           bigint generated always as identity primary key,
  project_id   bigint      not null references project on delete cascade,
  number       integer     not null,
  state        text        not null check (state in ('published', 'kept', 'retired')),
  parameters   bytea       not null,
  metrics      jsonb       not null,
  provenance   jsonb       not null,
  created_at   timestamptz not null,
  published_at timestamptz,
  unique (project_id, number)
);
alter table model_version alter column parameters set storage external;
alter table project add foreign key (published_model) references model_version;

create table round (
  id                 bigint generated always as identity primary key,
  project_id         bigint      not null references project on delete cascade,
  number             integer     not null,
  job_id             bigint references job on delete set null,
  cause              text        not null check (cause in ('hand', 'labels')),
  state              text        not null check (state in ('waiting', 'running', 'published', 'failed', 'cancelled')),
  seed               bigint      not null,
  snapshot           bigint      not null default 0, -- newest annotation it has seen
  training_labels    integer     not null default 0,
  control_labels     integer     not null default 0,
  model_version_id   bigint references model_version,
  created_at         timestamptz not null,
  finished_at        timestamptz,
  unique (project_id, number)
);
-- Never two rounds of one project at once.
create unique index round_one_at_a_time on round (project_id) where state in ('waiting', 'running');

create table image_score (
  model_version_id bigint  not null references model_version on delete cascade,
  image_id         bigint  not null,
  total            real    not null, -- predictive entropy / log C
  aleatoric        real    not null, -- expected entropy / log C
  epistemic        real    not null, -- mutual information / log C
  prediction       bigint  not null, -- project_class
  probabilities    real[]  not null, -- by position of the class
  primary key (model_version_id, image_id)
) partition by list (model_version_id); -- a model's scores go by dropping their partition
-- The pool, most doubtful first.
create index image_score_epistemic on image_score (epistemic, image_id);
create index image_score_aleatoric on image_score (aleatoric, image_id);

-- Queue --------------------------------------------------------------------------------------
create table queue_entry (
  project_id   bigint           not null references project on delete cascade,
  generation   bigint           not null, -- a round writes a new one while the old one serves
  image_id     bigint           not null references image on delete cascade,
  position     double precision not null, -- served in this order; unscored images are spread among the others
  score        real,                      -- null: not scored yet, or control arm
  reason       text             not null, -- unscored, doubt, control, skipped
  leased_by    bigint references account,
  leased_until timestamptz      not null default '-infinity',
  primary key (project_id, generation, image_id)
) with (fillfactor = 60); -- room on the page, so that a claim changes no index
create index queue_order on queue_entry (project_id, generation, position, image_id);
create index queue_image on queue_entry (image_id);

create table lease ( -- every claim ever made: what was served to whom, when, and why
  id               bigint generated always as identity primary key,
  project_id       bigint           not null references project on delete cascade,
  image_id         bigint           not null references image on delete cascade,
  account_id       bigint           not null references account,
  claimed_at       timestamptz      not null,
  generation       bigint           not null,
  position         double precision not null,
  score            real,
  reason           text             not null,
  model_version_id bigint references model_version
);
create index lease_image_account on lease (image_id, account_id, id desc);

-- Annotations: append-only -------------------------------------------------------------------
create table annotation (
  id           bigint generated always as identity primary key,
  project_id   bigint      not null references project on delete cascade,
  image_id     bigint      not null references image on delete cascade,
  account_id   bigint      not null references account,
  outcome      text        not null check (outcome in ('labelled', 'cannot_tell', 'skipped', 'flagged', 'withdrawn')),
  class_id     bigint references project_class,
  withdraws    bigint unique references annotation,
  note         text,
  client_key   text        not null,
  milliseconds integer,
  lease_id     bigint references lease,
  late         boolean     not null default false, -- the lease had lapsed; kept all the same
  created_at   timestamptz not null,
  unique (account_id, client_key),
  check ((outcome = 'labelled') = (class_id is not null)),
  check ((outcome = 'withdrawn') = (withdraws is not null))
);
create index annotation_project on annotation (project_id, id);
create index annotation_image on annotation (image_id, account_id, id desc);
create index annotation_lease on annotation (lease_id); -- for the deletion of leases
