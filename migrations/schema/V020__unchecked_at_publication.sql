-- A publication writes as many entries as the pool has images, and each of them was checked against the one project that
-- they all name: half of the time that it took. What the check kept in order is kept by a publication that fails where its
-- project is gone, and by this.
alter table queue_entry drop constraint queue_entry_project_id_fkey;

create function queue_entry_forget_projects() returns trigger language plpgsql as $$
begin
  delete from queue_entry q using gone where q.project_id = gone.id;
  return null;
end $$;
create trigger queue_entry_forget_projects after delete on project
  referencing old table as gone for each statement execute function queue_entry_forget_projects();

-- Attaching a partition read all of it again for this, and dropping one stopped everybody who claims: the reference locks
-- model_version, too. A model's scores are a partition, which goes as a whole before its model does.
alter table image_score drop constraint image_score_model_version_id_fkey;
