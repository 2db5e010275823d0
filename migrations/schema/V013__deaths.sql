-- How often the process that ran a job died: work that kills whoever does it must not be taken over for ever.
alter table job add column deaths integer not null default 0;
