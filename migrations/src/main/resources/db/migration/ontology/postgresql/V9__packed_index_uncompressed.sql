-- An index is written once and read whole: compressing it takes longer than storing it as it is.
alter table ontology.packed_index alter column content set storage external;
