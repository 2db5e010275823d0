-- How many images a day a person means to answer, in all projects together; null for no goal. Nobody else is told it.
alter table account_desk add column daily_goal integer check (daily_goal between 1 and 10000);

-- What one person answered since a moment.
create index annotation_person_since on annotation (account_id, created_at);
