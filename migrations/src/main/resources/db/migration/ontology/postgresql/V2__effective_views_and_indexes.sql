-- Effective rows for people and tools that read by SQL; the application computes its own.
-- Winner: the nearest source, then the least key. Required: required by any ancestor.
-- A parent that is on a cycle with its child gives the child nothing. A distinct UNION stays small
-- on stacked diamonds; the depth bound keeps a very deep ladder of short cuts small.

create materialized view ontology.category_property_effective as
with recursive reach (category_id, ancestor_id) as (
  select category_id, parent_id from ontology.category_parent
  union
  select r.category_id, p.parent_id
  from reach r
  join ontology.category_parent p on p.category_id = r.ancestor_id
),
step (category_id, parent_id) as (
  select p.category_id, p.parent_id
  from ontology.category_parent p
  where not exists (
    select 1 from reach r
    where r.category_id = p.parent_id and r.ancestor_id = p.category_id)
),
ancestor (category_id, source_category_id, depth) as (
  select id, id, 0 from ontology.categories
  union
  select a.category_id, s.parent_id, a.depth + 1
  from ancestor a
  join step s on s.category_id = a.source_category_id
  where a.depth < 64
),
nearest (category_id, source_category_id, depth) as (
  select category_id, source_category_id, min(depth)
  from ancestor
  group by category_id, source_category_id
),
ranked (category_id, property_id, source_category_id, depth, is_required, place) as (
  select
    n.category_id,
    j.property_id,
    n.source_category_id,
    n.depth,
    bool_or(j.is_required) over (partition by n.category_id, j.property_id) as is_required,
    row_number() over (
      partition by n.category_id, j.property_id
      order by n.depth, s.entity_key collate "C") as place
  from nearest n
  join ontology.category_property j on j.category_id = n.source_category_id
  join ontology.categories s on s.id = n.source_category_id
)
select category_id, property_id, source_category_id, depth, is_required
from ranked
where place = 1;
create unique index category_property_effective_idx
  on ontology.category_property_effective (category_id, property_id);

create materialized view ontology.category_subobject_effective as
with recursive reach (category_id, ancestor_id) as (
  select category_id, parent_id from ontology.category_parent
  union
  select r.category_id, p.parent_id
  from reach r
  join ontology.category_parent p on p.category_id = r.ancestor_id
),
step (category_id, parent_id) as (
  select p.category_id, p.parent_id
  from ontology.category_parent p
  where not exists (
    select 1 from reach r
    where r.category_id = p.parent_id and r.ancestor_id = p.category_id)
),
ancestor (category_id, source_category_id, depth) as (
  select id, id, 0 from ontology.categories
  union
  select a.category_id, s.parent_id, a.depth + 1
  from ancestor a
  join step s on s.category_id = a.source_category_id
  where a.depth < 64
),
nearest (category_id, source_category_id, depth) as (
  select category_id, source_category_id, min(depth)
  from ancestor
  group by category_id, source_category_id
),
ranked (category_id, subobject_id, source_category_id, depth, is_required, place) as (
  select
    n.category_id,
    j.subobject_id,
    n.source_category_id,
    n.depth,
    bool_or(j.is_required) over (partition by n.category_id, j.subobject_id) as is_required,
    row_number() over (
      partition by n.category_id, j.subobject_id
      order by n.depth, s.entity_key collate "C") as place
  from nearest n
  join ontology.category_subobject j on j.category_id = n.source_category_id
  join ontology.categories s on s.id = n.source_category_id
)
select category_id, subobject_id, source_category_id, depth, is_required
from ranked
where place = 1;
create unique index category_subobject_effective_idx
  on ontology.category_subobject_effective (category_id, subobject_id);

create table ontology.effective_refresh (
  singleton boolean not null default true,
  version_number bigint,
  refreshed_at timestamp(6) with time zone not null,
  constraint effective_refresh_pk primary key (singleton),
  constraint effective_refresh_singleton_check check (singleton)
);

-- Readers go on while it runs; the lock lets one session at a time do the work. Only an owner may
-- refresh, therefore the definer's rights.
create function ontology.refresh_effective() returns void
language plpgsql
security definer
set search_path = ontology, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtext('ontology.refresh_effective'));
  refresh materialized view concurrently ontology.category_property_effective;
  refresh materialized view concurrently ontology.category_subobject_effective;
  insert into ontology.effective_refresh (version_number, refreshed_at)
  values (
    (select max(number) from ontology.ontology_version where status = 'completed'), now())
  on conflict (singleton) do update
    set version_number = excluded.version_number, refreshed_at = excluded.refreshed_at;
end
$$;

-- A path or a label may be longer than an index row; these two forms have no limit.
create index source_file_path_idx on ontology.source_file using hash (path);
create index source_problem_path_idx on ontology.source_problem using hash (path);
create index categories_label_idx on ontology.categories (left(label, 200));
create index properties_label_idx on ontology.properties (left(label, 200));
create index subobjects_label_idx on ontology.subobjects (left(label, 200));
create index modules_label_idx on ontology.modules (left(label, 200));
create index bundles_label_idx on ontology.bundles (left(label, 200));
create index templates_label_idx on ontology.templates (left(label, 200));
create index dashboards_label_idx on ontology.dashboards (left(label, 200));
create index resources_label_idx on ontology.resources (left(label, 200));
