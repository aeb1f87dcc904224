-- What a curator meant, what belongs together and what was decided, kept with the draft.

-- Who may see the draft; null for one that only this machine's user has.
alter table ontology.draft add column owner text;

-- Changes of several entities that mean one thing, in the order they were meant. The arguments are
-- a JSON array of strings.
create table ontology.draft_intent (
  id uuid not null,
  draft_id uuid not null,
  position integer not null,
  kind varchar(32) not null,
  arguments text not null,
  constraint draft_intent_pk primary key (id),
  constraint draft_intent_position_key unique (draft_id, position),
  constraint draft_intent_draft_fk foreign key (draft_id)
    references ontology.draft (id) on delete cascade,
  constraint draft_intent_kind_check check (kind in ('rename'))
);

alter table ontology.draft_change add column intent_id uuid;
alter table ontology.draft_change add constraint draft_change_intent_fk
  foreign key (intent_id) references ontology.draft_intent (id) on delete set null;
create index draft_change_intent_idx on ontology.draft_change (intent_id);

-- Edits with one step_id were made together and are undone together. What the step meant stands on
-- its first edit, as a JSON array, so that a redo means the same again.
alter table ontology.draft_edit add column step_id uuid;
update ontology.draft_edit set step_id = id;
alter table ontology.draft_edit alter column step_id set not null;
alter table ontology.draft_edit add column intents text;

-- That a reviewer has looked at an entity as it was then.
create table ontology.draft_review (
  draft_id uuid not null,
  entity_type varchar(16) not null,
  entity_key text not null,
  value_hash varchar(64) not null,
  reviewed_at timestamp(6) with time zone not null,
  constraint draft_review_pk primary key (draft_id, entity_type, entity_key),
  constraint draft_review_draft_fk foreign key (draft_id)
    references ontology.draft (id) on delete cascade,
  constraint draft_review_entity_type_check check (entity_type in (
    'category', 'property', 'subobject', 'module', 'bundle', 'template', 'dashboard',
    'resource'))
);

-- Media that the draft adds, by the path it gets.
create table ontology.draft_blob (
  id uuid not null,
  draft_id uuid not null,
  path text not null,
  sha256 varchar(64) not null,
  byte_count bigint not null,
  constraint draft_blob_pk primary key (id),
  constraint draft_blob_path_key unique (draft_id, path),
  constraint draft_blob_draft_fk foreign key (draft_id)
    references ontology.draft (id) on delete cascade
);

-- In parts: see packed_index.
create table ontology.draft_blob_part (
  blob_id uuid not null,
  part integer not null,
  bytes bytea not null,
  constraint draft_blob_part_pk primary key (blob_id, part),
  constraint draft_blob_part_blob_fk foreign key (blob_id)
    references ontology.draft_blob (id) on delete cascade
);

-- Made anew, for nothing has been written to it: a decision is about a field or, with an empty one,
-- about the entity, and holds on its inputs whatever version the draft is put on.
drop table ontology.rebase_conflict;
create table ontology.rebase_conflict (
  id uuid not null,
  draft_id uuid not null,
  target_commit_sha text not null,
  entity_type varchar(16) not null,
  entity_key text not null,
  field text not null,
  kind varchar(32) not null,
  base_json text,
  draft_json text,
  canonical_json text,
  inputs_sha256 varchar(64),
  choice varchar(32),
  resolution_json text,
  created_at timestamp(6) with time zone not null,
  resolved_at timestamp(6) with time zone,
  row_version bigint not null,
  constraint rebase_conflict_pk primary key (id),
  constraint rebase_conflict_place_key unique (draft_id, entity_type, entity_key, field),
  constraint rebase_conflict_draft_fk foreign key (draft_id)
    references ontology.draft (id) on delete cascade,
  constraint rebase_conflict_entity_type_check check (entity_type in (
    'category', 'property', 'subobject', 'module', 'bundle', 'template', 'dashboard',
    'resource')),
  constraint rebase_conflict_kind_check check (kind in (
    'automatic', 'field', 'type_change', 'deleted_upstream', 'updated_upstream', 'created_twice',
    'renamed_twice', 'renamed_and_deleted', 'renamed_perhaps', 'semantic')),
  constraint rebase_conflict_choice_check check (choice in (
    'mine', 'upstream', 'base', 'absent', 'union', 'mine_then_upstream', 'upstream_then_mine',
    'words', 'custom', 'fields', 'deprecate', 'recreate')),
  constraint rebase_conflict_resolution_check check (
    (choice is null and resolution_json is null and resolved_at is null)
    or (choice is not null and resolution_json is not null and resolved_at is not null
      and inputs_sha256 is not null))
);
