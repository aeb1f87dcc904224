-- Drafts: a curator's changes on top of one version, with the base files they were made on.

create table ontology.draft (
  id uuid not null,
  title text not null,
  description text not null,
  user_comment text,
  status varchar(16) not null,
  source varchar(16) not null,
  capability_hash bytea,
  base_commit_sha text not null,
  base_branch text not null,
  base_committed_at timestamp(6) with time zone not null,
  base_summary text not null,
  rebase_status varchar(16) not null,
  rebase_commit_sha text,
  pr_url text,
  created_at timestamp(6) with time zone not null,
  modified_at timestamp(6) with time zone not null,
  validated_at timestamp(6) with time zone,
  submitted_at timestamp(6) with time zone,
  expires_at timestamp(6) with time zone,
  archived_at timestamp(6) with time zone,
  deleted_at timestamp(6) with time zone,
  row_version bigint not null,
  constraint draft_pk primary key (id),
  constraint draft_capability_hash_key unique (capability_hash),
  constraint draft_status_check
    check (status in ('draft', 'validated', 'submitted', 'merged', 'rejected')),
  constraint draft_source_check
    check (source in ('desktop', 'hub_ui', 'mediawiki_push', 'import')),
  constraint draft_rebase_status_check
    check (rebase_status in ('clean', 'conflict', 'pending'))
);
create index draft_modified_at_idx on ontology.draft (modified_at);

-- base_json, base_path and base_blob_id: the file at the draft's base, exactly.
create table ontology.draft_change (
  id uuid not null,
  draft_id uuid not null,
  entity_type varchar(16) not null,
  entity_key text not null,
  change_type varchar(16) not null,
  patch text,
  replacement_json text,
  base_json text,
  base_path text,
  base_blob_id text,
  base_pages text,
  row_version bigint not null,
  constraint draft_change_pk primary key (id),
  constraint draft_change_entity_key unique (draft_id, entity_type, entity_key),
  constraint draft_change_draft_fk foreign key (draft_id)
    references ontology.draft (id) on delete cascade,
  constraint draft_change_entity_type_check check (entity_type in (
    'category', 'property', 'subobject', 'module', 'bundle', 'template', 'dashboard',
    'resource')),
  constraint draft_change_change_type_check
    check (change_type in ('create', 'update', 'delete')),
  constraint draft_change_content_check check (
    (change_type = 'create' and replacement_json is not null
      and patch is null and base_json is null)
    or (change_type = 'update' and patch is not null
      and replacement_json is null and base_json is not null)
    or (change_type = 'delete' and base_json is not null
      and replacement_json is null and patch is null)),
  constraint draft_change_base_check check (
    (base_json is null and base_path is null and base_blob_id is null and base_pages is null)
    or (base_json is not null and base_path is not null and base_blob_id is not null))
);

-- Append-only. The id is made by the client: writing an edit twice is the same as once.
create table ontology.draft_edit (
  id uuid not null,
  draft_id uuid not null,
  position integer not null,
  journal_id uuid not null,
  journal_seq bigint not null,
  kind varchar(16) not null,
  entity_type varchar(16) not null,
  entity_key text not null,
  field text not null,
  forward_patch text not null,
  inverse_patch text not null,
  edited_at timestamp(6) with time zone not null,
  constraint draft_edit_pk primary key (id),
  constraint draft_edit_position_key unique (draft_id, position),
  constraint draft_edit_draft_fk foreign key (draft_id)
    references ontology.draft (id) on delete cascade,
  constraint draft_edit_kind_check check (kind in ('edit', 'undo', 'redo')),
  constraint draft_edit_entity_type_check check (entity_type in (
    'category', 'property', 'subobject', 'module', 'bundle', 'template', 'dashboard',
    'resource'))
);

-- Up to where a client's journal is in this database, written with the change itself.
create table ontology.journal_position (
  journal_id uuid not null,
  applied_seq bigint not null,
  constraint journal_position_pk primary key (journal_id)
);

create table ontology.submission (
  id uuid not null,
  draft_id uuid not null,
  title text not null,
  body text not null,
  parent_sha text not null,
  commit_sha text not null,
  remote text not null,
  branch text not null,
  forge text,
  number integer,
  url text,
  stage varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  row_version bigint not null,
  constraint submission_pk primary key (id),
  constraint submission_draft_fk foreign key (draft_id)
    references ontology.draft (id) on delete cascade,
  constraint submission_stage_check check (
    stage in ('planned', 'committed', 'pushed', 'pull_request_open', 'recorded'))
);
create index submission_draft_idx on ontology.submission (draft_id);

-- A decision only the curator can make, and the decision once it is taken.
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
