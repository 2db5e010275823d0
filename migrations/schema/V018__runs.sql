-- Which run of a job has it now: one that was taken for dead and comes back finds another number, and stops.
alter table job add column runs integer not null default 0;
