-- The canonical ontology of the repository's default branch.
-- Values read from files carry no CHECK and no length: an odd file must never fail a sync.
-- Text from the codec is kept exactly, therefore TEXT and no JSON type.

create table ontology.repository (
  id uuid not null,
  root_commit text not null,
  remote text,
  created_at timestamp(6) with time zone not null,
  constraint repository_pk primary key (id),
  constraint repository_root_commit_key unique (root_commit)
);

-- "number" orders the versions: a clock may jump back, a force-push may return to an old commit.
-- The canonical version is the completed one with the highest number.
create table ontology.ontology_version (
  id uuid not null,
  number bigint not null,
  commit_sha text not null,
  branch text not null,
  committed_at timestamp(6) with time zone not null,
  summary text not null,
  status varchar(16) not null,
  entity_count integer,
  warning_count integer,
  error_count integer,
  failure text,
  started_at timestamp(6) with time zone not null,
  finished_at timestamp(6) with time zone,
  constraint ontology_version_pk primary key (id),
  constraint ontology_version_number_key unique (number),
  constraint ontology_version_status_check
    check (status in ('pending', 'in_progress', 'completed', 'failed'))
);
create index ontology_version_commit_idx on ontology.ontology_version (commit_sha);

create table ontology.categories (
  id uuid not null,
  entity_key text not null,
  source_path text not null,
  label text not null,
  description text,
  canonical_json text not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  constraint categories_pk primary key (id),
  constraint categories_entity_key_key unique (entity_key)
);

create table ontology.properties (
  id uuid not null,
  entity_key text not null,
  source_path text not null,
  label text not null,
  description text,
  datatype text,
  cardinality text,
  allowed_pattern text,
  allowed_value_list text,
  allowed_values text,
  allows_value_from_category text,
  display_units text,
  display_precision integer,
  unique_values boolean,
  display_template text,
  canonical_json text not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  constraint properties_pk primary key (id),
  constraint properties_entity_key_key unique (entity_key)
);

create table ontology.subobjects (
  id uuid not null,
  entity_key text not null,
  source_path text not null,
  label text not null,
  description text,
  canonical_json text not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  constraint subobjects_pk primary key (id),
  constraint subobjects_entity_key_key unique (entity_key)
);

create table ontology.modules (
  id uuid not null,
  entity_key text not null,
  source_path text not null,
  label text not null,
  description text,
  version text,
  canonical_json text not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  constraint modules_pk primary key (id),
  constraint modules_entity_key_key unique (entity_key)
);

create table ontology.bundles (
  id uuid not null,
  entity_key text not null,
  source_path text not null,
  label text not null,
  description text,
  version text,
  canonical_json text not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  constraint bundles_pk primary key (id),
  constraint bundles_entity_key_key unique (entity_key)
);

create table ontology.templates (
  id uuid not null,
  entity_key text not null,
  source_path text not null,
  label text not null,
  description text,
  wikitext text,
  canonical_json text not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  constraint templates_pk primary key (id),
  constraint templates_entity_key_key unique (entity_key)
);

create table ontology.dashboards (
  id uuid not null,
  entity_key text not null,
  source_path text not null,
  label text not null,
  description text,
  canonical_json text not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  constraint dashboards_pk primary key (id),
  constraint dashboards_entity_key_key unique (entity_key)
);

create table ontology.resources (
  id uuid not null,
  entity_key text not null,
  source_path text not null,
  label text not null,
  description text,
  category_key text,
  canonical_json text not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  constraint resources_pk primary key (id),
  constraint resources_entity_key_key unique (entity_key)
);
create index resources_category_key_idx on ontology.resources (category_key);

-- Junctions hold the references that resolve, for readers by SQL; entity_reference holds all.

create table ontology.category_parent (
  category_id uuid not null,
  parent_id uuid not null,
  constraint category_parent_pk primary key (category_id, parent_id),
  constraint category_parent_category_fk foreign key (category_id)
    references ontology.categories (id) on delete cascade,
  constraint category_parent_parent_fk foreign key (parent_id)
    references ontology.categories (id) on delete cascade
);
create index category_parent_parent_idx on ontology.category_parent (parent_id);

create table ontology.category_property (
  category_id uuid not null,
  property_id uuid not null,
  is_required boolean not null,
  constraint category_property_pk primary key (category_id, property_id),
  constraint category_property_category_fk foreign key (category_id)
    references ontology.categories (id) on delete cascade,
  constraint category_property_property_fk foreign key (property_id)
    references ontology.properties (id) on delete cascade
);
create index category_property_property_idx on ontology.category_property (property_id);

create table ontology.category_subobject (
  category_id uuid not null,
  subobject_id uuid not null,
  is_required boolean not null,
  constraint category_subobject_pk primary key (category_id, subobject_id),
  constraint category_subobject_category_fk foreign key (category_id)
    references ontology.categories (id) on delete cascade,
  constraint category_subobject_subobject_fk foreign key (subobject_id)
    references ontology.subobjects (id) on delete cascade
);
create index category_subobject_subobject_idx on ontology.category_subobject (subobject_id);

create table ontology.subobject_property (
  subobject_id uuid not null,
  property_id uuid not null,
  is_required boolean not null,
  constraint subobject_property_pk primary key (subobject_id, property_id),
  constraint subobject_property_subobject_fk foreign key (subobject_id)
    references ontology.subobjects (id) on delete cascade,
  constraint subobject_property_property_fk foreign key (property_id)
    references ontology.properties (id) on delete cascade
);
create index subobject_property_property_idx on ontology.subobject_property (property_id);

create table ontology.property_parent (
  property_id uuid not null,
  parent_id uuid not null,
  constraint property_parent_pk primary key (property_id, parent_id),
  constraint property_parent_property_fk foreign key (property_id)
    references ontology.properties (id) on delete cascade,
  constraint property_parent_parent_fk foreign key (parent_id)
    references ontology.properties (id) on delete cascade
);
create index property_parent_parent_idx on ontology.property_parent (parent_id);

create table ontology.module_entity (
  module_id uuid not null,
  entity_type varchar(16) not null,
  entity_key text not null,
  constraint module_entity_pk primary key (module_id, entity_type, entity_key),
  constraint module_entity_module_fk foreign key (module_id)
    references ontology.modules (id) on delete cascade,
  constraint module_entity_type_check
    check (entity_type in ('category', 'property', 'subobject', 'template', 'resource'))
);
create index module_entity_entity_idx on ontology.module_entity (entity_type, entity_key);

create table ontology.module_dependency (
  module_id uuid not null,
  dependency_id uuid not null,
  constraint module_dependency_pk primary key (module_id, dependency_id),
  constraint module_dependency_module_fk foreign key (module_id)
    references ontology.modules (id) on delete cascade,
  constraint module_dependency_dependency_fk foreign key (dependency_id)
    references ontology.modules (id) on delete cascade
);
create index module_dependency_dependency_idx on ontology.module_dependency (dependency_id);

create table ontology.module_dashboard (
  module_id uuid not null,
  dashboard_id uuid not null,
  constraint module_dashboard_pk primary key (module_id, dashboard_id),
  constraint module_dashboard_module_fk foreign key (module_id)
    references ontology.modules (id) on delete cascade,
  constraint module_dashboard_dashboard_fk foreign key (dashboard_id)
    references ontology.dashboards (id) on delete restrict
);
create index module_dashboard_dashboard_idx on ontology.module_dashboard (dashboard_id);

create table ontology.bundle_module (
  bundle_id uuid not null,
  module_id uuid not null,
  constraint bundle_module_pk primary key (bundle_id, module_id),
  constraint bundle_module_bundle_fk foreign key (bundle_id)
    references ontology.bundles (id) on delete cascade,
  constraint bundle_module_module_fk foreign key (module_id)
    references ontology.modules (id) on delete cascade
);
create index bundle_module_module_idx on ontology.bundle_module (module_id);

create table ontology.bundle_dashboard (
  bundle_id uuid not null,
  dashboard_id uuid not null,
  constraint bundle_dashboard_pk primary key (bundle_id, dashboard_id),
  constraint bundle_dashboard_bundle_fk foreign key (bundle_id)
    references ontology.bundles (id) on delete cascade,
  constraint bundle_dashboard_dashboard_fk foreign key (dashboard_id)
    references ontology.dashboards (id) on delete restrict
);
create index bundle_dashboard_dashboard_idx on ontology.bundle_dashboard (dashboard_id);

create table ontology.resource_category (
  resource_id uuid not null,
  category_id uuid not null,
  position integer not null,
  constraint resource_category_pk primary key (resource_id, category_id),
  constraint resource_category_resource_fk foreign key (resource_id)
    references ontology.resources (id) on delete cascade,
  constraint resource_category_category_fk foreign key (category_id)
    references ontology.categories (id) on delete cascade
);
create index resource_category_category_idx on ontology.resource_category (category_id);

-- Every file of the entity folders. blob_id is what the repository holds now, last_good_blob what
-- the entity shown was read from; they differ while the file cannot be read.
create table ontology.source_file (
  id uuid not null,
  path text not null,
  blob_id text not null,
  entity_type varchar(16),
  entity_key text,
  part varchar(16) not null,
  state varchar(16) not null,
  last_good_blob text,
  constraint source_file_pk primary key (id),
  constraint source_file_part_check check (part in ('document', 'wikitext', 'page', 'media')),
  constraint source_file_state_check check (state in ('read', 'last_good', 'unreadable'))
);
create index source_file_entity_idx on ontology.source_file (entity_type, entity_key);

-- No foreign keys: a reference may name what does not exist.
create table ontology.entity_reference (
  source_type varchar(16) not null,
  source_key text not null,
  ordinal integer not null,
  pointer text not null,
  position integer not null,
  target_type varchar(16) not null,
  target_key text not null,
  constraint entity_reference_pk primary key (source_type, source_key, ordinal)
);
create index entity_reference_target_idx on ontology.entity_reference (target_type, target_key);

create table ontology.source_problem (
  id uuid not null,
  path text not null,
  blob_id text not null,
  code varchar(16) not null,
  line integer not null,
  arguments text not null,
  constraint source_problem_pk primary key (id)
);
