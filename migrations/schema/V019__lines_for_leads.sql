-- Lines of a job's log that tell how many images of the control arm were answered, or what was decided by them.
alter table job_log add column for_leads boolean not null default false;
update job_log l set for_leads = true
from job j
where j.id = l.job_id and j.kind in ('round', 'publish')
  and l.line ~ '(control|Learning (again )?from|labels nothing)';
