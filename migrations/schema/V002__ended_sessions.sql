-- Sessions that somebody signed out of. A session lives in its cookie; this ends a copy of it, too.
create table ended_session (
  id       text        primary key, -- drawn by chance when it began
  ended_at timestamptz not null
);
create index ended_session_ended_at on ended_session (ended_at);
