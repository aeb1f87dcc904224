-- The index of a version in one piece: what opening an ontology reads, and the first that an import
-- writes. In parts, for neither database has one type for large binary values that both accept.
-- A version has one until a later sync moves on from it; the rows say the same.
create table ontology.packed_index (
  version_id uuid not null,
  part integer not null,
  content bytea not null,
  constraint packed_index_pk primary key (version_id, part),
  constraint packed_index_version_fk foreign key (version_id)
    references ontology.ontology_version (id) on delete cascade
);
