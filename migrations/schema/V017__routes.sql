-- Where each image goes by its two doubts. The thresholds come from the data, or from a lead.
alter table project
  add column model_threshold       double precision check (model_threshold between 0 and 1), -- a lead's; null: found
  add column data_threshold        double precision check (data_threshold between 0 and 1),
  add column found_model_threshold double precision, -- by the last publication; null before the first
  add column found_data_threshold  double precision,
  drop column overlap_doubt;

create view route_threshold as
select id as project_id,
       coalesce(model_threshold, found_model_threshold, 0.12) as model,
       coalesce(data_threshold, found_data_threshold, 0.25) as data
from project;

-- The one rule of the routes. What is labelled or flagged has none; what no model has scored is asked about.
create function route_of(state text, model real, data real, model_threshold double precision, data_threshold double precision)
returns text language sql immutable
return case
  when state in ('cannot_tell', 'disagreement') then 'better_image'
  when state <> 'waiting' then null
  when model is null or model >= model_threshold then 'ask'
  when data >= data_threshold then 'second_reader'
  else 'automatic' end;

create or replace function readers_wanted(image_id bigint) returns integer
language sql stable as $$
select case
    when p.overlap = 1 or p.overlap_for = 'all' then p.overlap
    when p.overlap_for = 'share' then
      case when drawn_lot(p.id, i.id, 'overlap') < p.overlap_share then p.overlap else 1 end
    when (select route_of('waiting', s.epistemic, s.aleatoric, t.model, t.data)
          from image_score s where s.model_version_id = p.published_model and s.image_id = i.id) = 'second_reader'
      then p.overlap
    else 1 end
from image i join project p on p.id = i.project_id join route_threshold t on t.project_id = p.id
where i.id = $1
$$;
