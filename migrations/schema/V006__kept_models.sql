-- A round whose model is worse than the published one keeps it and leaves the queue as it is.
alter table round drop constraint round_state_check;
alter table round add constraint round_state_check
  check (state in ('waiting', 'running', 'published', 'kept', 'failed', 'cancelled'));

-- Who published it by hand; null where its round did.
alter table model_version add column published_by bigint references account on delete set null;
