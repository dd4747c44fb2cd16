-- What a list shows of a run, so that it need not read the plan, which names each of its slaves.
alter table run
  add column name text not null generated always as (content::jsonb #>> '{plan,name}') stored,
  add column slave_count integer not null
    generated always as (jsonb_array_length(content::jsonb #> '{plan,slaves}')) stored,
  add column first_slaves jsonb not null
    generated always as (jsonb_path_query_array(content::jsonb, '$.plan.slaves[0 to 2].name')) stored;

create index run_by_creation on run (created_at, id);
