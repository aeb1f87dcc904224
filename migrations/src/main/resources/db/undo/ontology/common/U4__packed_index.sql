drop table ontology.packed_index;
