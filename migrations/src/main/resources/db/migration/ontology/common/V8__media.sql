-- Images and what is known of them are entities like others.
create table ontology.media (
  id uuid not null,
  entity_key text not null,
  source_path text not null,
  label text not null,
  description text,
  canonical_json text not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  constraint media_pk primary key (id),
  constraint media_entity_key_key unique (entity_key)
);

alter table ontology.draft_change drop constraint draft_change_entity_type_check;
alter table ontology.draft_change add constraint draft_change_entity_type_check check (entity_type in (
    'category', 'property', 'subobject', 'module', 'bundle', 'template', 'dashboard',
    'resource', 'media'));
alter table ontology.draft_edit drop constraint draft_edit_entity_type_check;
alter table ontology.draft_edit add constraint draft_edit_entity_type_check check (entity_type in (
    'category', 'property', 'subobject', 'module', 'bundle', 'template', 'dashboard',
    'resource', 'media'));
alter table ontology.draft_review drop constraint draft_review_entity_type_check;
alter table ontology.draft_review add constraint draft_review_entity_type_check check (entity_type in (
    'category', 'property', 'subobject', 'module', 'bundle', 'template', 'dashboard',
    'resource', 'media'));
alter table ontology.rebase_conflict drop constraint rebase_conflict_entity_type_check;
alter table ontology.rebase_conflict add constraint rebase_conflict_entity_type_check check (entity_type in (
    'category', 'property', 'subobject', 'module', 'bundle', 'template', 'dashboard',
    'resource', 'media'));

-- By content, not by path: a step that is taken back and brought again finds its bytes.
delete from ontology.draft_blob;
alter table ontology.draft_blob drop constraint draft_blob_path_key;
alter table ontology.draft_blob drop column path;
alter table ontology.draft_blob add constraint draft_blob_content_key unique (draft_id, sha256);

-- What the program could read when it read a version. One that an older program read lacks the media
-- and the texts that show them: it counts as not there, and is read again.
alter table ontology.ontology_version add column reader integer default 1 not null;
