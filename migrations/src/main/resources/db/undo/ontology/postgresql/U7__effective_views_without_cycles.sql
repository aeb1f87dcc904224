comment on materialized view ontology.category_subobject_effective is null;
comment on materialized view ontology.category_property_effective is null;
