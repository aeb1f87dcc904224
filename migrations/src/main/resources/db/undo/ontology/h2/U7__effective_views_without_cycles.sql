drop view ontology.category_subobject_effective;
drop view ontology.category_property_effective;

create view ontology.category_property_effective as
with recursive ancestor (category_id, source_category_id, depth, path) as (
  select id, id, 0, array[id] from ontology.categories
  union all
  select a.category_id, p.parent_id, a.depth + 1, a.path || p.parent_id
  from ancestor a
  join ontology.category_parent p on p.category_id = a.source_category_id
  where not (p.parent_id = any (a.path))
),
nearest (category_id, source_category_id, depth) as (
  select category_id, source_category_id, min(depth)
  from ancestor
  group by category_id, source_category_id
),
ranked (category_id, property_id, source_category_id, depth, required_rank, place) as (
  select
    n.category_id,
    j.property_id,
    n.source_category_id,
    n.depth,
    max(case when j.is_required then 1 else 0 end)
      over (partition by n.category_id, j.property_id) as required_rank,
    row_number() over (
      partition by n.category_id, j.property_id
      order by n.depth, s.entity_key) as place
  from nearest n
  join ontology.category_property j on j.category_id = n.source_category_id
  join ontology.categories s on s.id = n.source_category_id
)
select category_id, property_id, source_category_id, depth, required_rank = 1 as is_required
from ranked
where place = 1;

create view ontology.category_subobject_effective as
with recursive ancestor (category_id, source_category_id, depth, path) as (
  select id, id, 0, array[id] from ontology.categories
  union all
  select a.category_id, p.parent_id, a.depth + 1, a.path || p.parent_id
  from ancestor a
  join ontology.category_parent p on p.category_id = a.source_category_id
  where not (p.parent_id = any (a.path))
),
nearest (category_id, source_category_id, depth) as (
  select category_id, source_category_id, min(depth)
  from ancestor
  group by category_id, source_category_id
),
ranked (category_id, subobject_id, source_category_id, depth, required_rank, place) as (
  select
    n.category_id,
    j.subobject_id,
    n.source_category_id,
    n.depth,
    max(case when j.is_required then 1 else 0 end)
      over (partition by n.category_id, j.subobject_id) as required_rank,
    row_number() over (
      partition by n.category_id, j.subobject_id
      order by n.depth, s.entity_key) as place
  from nearest n
  join ontology.category_subobject j on j.category_id = n.source_category_id
  join ontology.categories s on s.id = n.source_category_id
)
select category_id, subobject_id, source_category_id, depth, required_rank = 1 as is_required
from ranked
where place = 1;
