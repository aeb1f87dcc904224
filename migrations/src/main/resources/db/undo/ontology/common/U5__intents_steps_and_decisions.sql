drop table ontology.rebase_conflict;
drop table ontology.draft_blob_part;
drop table ontology.draft_blob;
drop table ontology.draft_review;
alter table ontology.draft_edit drop column intents;
alter table ontology.draft_edit drop column step_id;
alter table ontology.draft_change drop constraint draft_change_intent_fk;
drop index ontology.draft_change_intent_idx;
alter table ontology.draft_change drop column intent_id;
drop table ontology.draft_intent;
alter table ontology.draft drop column owner;
create table ontology.rebase_conflict (
  id uuid not null,
  draft_id uuid not null,
  target_commit_sha text not null,
  entity_type varchar(16) not null,
  entity_key text not null,
  pointer text not null,
  kind varchar(32) not null,
  base_json text,
  draft_json text,
  canonical_json text,
  resolution varchar(16),
  resolved_json text,
  created_at timestamp(6) with time zone not null,
  resolved_at timestamp(6) with time zone,
  row_version bigint not null,
  constraint rebase_conflict_pk primary key (id),
  constraint rebase_conflict_place_key
    unique (draft_id, target_commit_sha, entity_type, entity_key, pointer),
  constraint rebase_conflict_draft_fk foreign key (draft_id)
    references ontology.draft (id) on delete cascade,
  constraint rebase_conflict_entity_type_check check (entity_type in (
    'category', 'property', 'subobject', 'module', 'bundle', 'template', 'dashboard',
    'resource')),
  constraint rebase_conflict_kind_check check (kind in (
    'field', 'update_delete', 'delete_update', 'create_create', 'rename', 'semantic')),
  constraint rebase_conflict_resolution_check
    check (resolution in ('base', 'draft', 'canonical', 'edited'))
);
