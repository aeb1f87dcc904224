delete from ontology.draft_change where entity_type = 'media';
delete from ontology.draft_edit where entity_type = 'media';
delete from ontology.draft_review where entity_type = 'media';
delete from ontology.rebase_conflict where entity_type = 'media';
alter table ontology.draft_change drop constraint draft_change_entity_type_check;
alter table ontology.draft_change add constraint draft_change_entity_type_check check (entity_type in (
    'category', 'property', 'subobject', 'module', 'bundle', 'template', 'dashboard',
    'resource'));
alter table ontology.draft_edit drop constraint draft_edit_entity_type_check;
alter table ontology.draft_edit add constraint draft_edit_entity_type_check check (entity_type in (
    'category', 'property', 'subobject', 'module', 'bundle', 'template', 'dashboard',
    'resource'));
alter table ontology.draft_review drop constraint draft_review_entity_type_check;
alter table ontology.draft_review add constraint draft_review_entity_type_check check (entity_type in (
    'category', 'property', 'subobject', 'module', 'bundle', 'template', 'dashboard',
    'resource'));
alter table ontology.rebase_conflict drop constraint rebase_conflict_entity_type_check;
alter table ontology.rebase_conflict add constraint rebase_conflict_entity_type_check check (entity_type in (
    'category', 'property', 'subobject', 'module', 'bundle', 'template', 'dashboard',
    'resource'));
delete from ontology.draft_blob;
alter table ontology.draft_blob drop constraint draft_blob_content_key;
alter table ontology.draft_blob add column path text not null;
alter table ontology.draft_blob add constraint draft_blob_path_key unique (draft_id, path);
drop table ontology.media;
update ontology.ontology_version set status = 'failed', failure = 'read with media'
where reader > 1 and status in ('completed', 'pending');
alter table ontology.ontology_version drop column reader;
