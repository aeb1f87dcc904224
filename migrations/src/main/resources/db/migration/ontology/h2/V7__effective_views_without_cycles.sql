-- As on PostgreSQL and in the application: a parent that is on a cycle with its child gives the
-- child nothing. The first recursion finds those steps, the second leaves them out. The steps are
-- brought along in each row, since a subquery in the second would be carried out for each category.
-- Both list every path: fine to check with, slow on stacked diamonds.

drop view ontology.category_subobject_effective;
drop view ontology.category_property_effective;

create view ontology.category_property_effective as
with recursive way (category_id, first_id, last_id, path) as (
  select category_id, parent_id, parent_id, array[parent_id] from ontology.category_parent
  union all
  select w.category_id, w.first_id, p.parent_id, w.path || p.parent_id
  from way w
  join ontology.category_parent p on p.category_id = w.last_id
  where w.last_id <> w.category_id and not (p.parent_id = any (w.path))
),
cyclic (steps) as (
  select array_agg(distinct category_id || '>' || first_id) from way where last_id = category_id
),
ancestor (category_id, source_category_id, depth, barred) as (
  select c.id, c.id, 0, k.steps
  from cyclic k
  left join ontology.categories c on true
  union all
  select a.category_id, p.parent_id, a.depth + 1, a.barred
  from ancestor a
  join ontology.category_parent p on p.category_id = a.source_category_id
  where a.barred is null or not (p.category_id || '>' || p.parent_id = any (a.barred))
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
with recursive way (category_id, first_id, last_id, path) as (
  select category_id, parent_id, parent_id, array[parent_id] from ontology.category_parent
  union all
  select w.category_id, w.first_id, p.parent_id, w.path || p.parent_id
  from way w
  join ontology.category_parent p on p.category_id = w.last_id
  where w.last_id <> w.category_id and not (p.parent_id = any (w.path))
),
cyclic (steps) as (
  select array_agg(distinct category_id || '>' || first_id) from way where last_id = category_id
),
ancestor (category_id, source_category_id, depth, barred) as (
  select c.id, c.id, 0, k.steps
  from cyclic k
  left join ontology.categories c on true
  union all
  select a.category_id, p.parent_id, a.depth + 1, a.barred
  from ancestor a
  join ontology.category_parent p on p.category_id = a.source_category_id
  where a.barred is null or not (p.category_id || '>' || p.parent_id = any (a.barred))
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
