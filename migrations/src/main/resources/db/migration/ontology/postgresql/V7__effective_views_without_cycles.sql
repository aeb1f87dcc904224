-- The views leave cycles out since version 2; H2's do from this version on.
comment on materialized view ontology.category_property_effective is
  'One row per category and property: the nearest source, required where any ancestor requires it';
comment on materialized view ontology.category_subobject_effective is
  'One row per category and subobject: the nearest source, required where any ancestor requires it';
