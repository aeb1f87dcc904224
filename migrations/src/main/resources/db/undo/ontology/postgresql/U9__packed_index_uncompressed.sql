alter table ontology.packed_index alter column content set storage extended;
