comment on column ontology.draft.owner is null;
