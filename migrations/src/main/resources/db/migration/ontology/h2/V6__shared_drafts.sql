-- The owner of a draft matters where others connect too; this file has one user.
comment on column ontology.draft.owner is 'The role that owns the draft, in a shared database';
