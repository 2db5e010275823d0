-- A job whose failure may pass is tried again by itself. The time of the next try is also the scheduler's; here people
-- see it. While it waits, failure says why.
alter table job
  add column tries       integer not null default 0, -- that failed
  add column next_try_at timestamptz;
