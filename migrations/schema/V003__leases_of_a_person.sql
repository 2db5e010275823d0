-- Finds what one person has claimed of late, to count what they still hold.
create index lease_person on lease (account_id, project_id, claimed_at);
