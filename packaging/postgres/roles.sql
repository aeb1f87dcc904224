-- Roles of a database that holds one ontology for a team. Run it as an administrator, connected to
-- that database, once before Ontodraft first connects and once after each upgrade of its tables:
--
--   psql --host db.example.org --username postgres --dbname plants --file roles.sql
--
-- Running it again changes nothing that is right already. People are members of one of these:
--
--   ontodraft_owner    owns the tables and upgrades them; not for daily work, it sees all drafts
--   ontodraft_curator  reads the ontology, keeps it in step with Git, edits own and shared drafts
--   ontodraft_reader   reads the ontology, and no draft
--
-- For example, a curator, and somebody who may upgrade:
--
--   create role ada login password '...' in role ontodraft_curator;
--   create role upgrades login password '...' in role ontodraft_owner;
--   alter role upgrades set role = ontodraft_owner;

do $$
declare
  name text;
begin
  foreach name in array array['ontodraft_owner', 'ontodraft_curator', 'ontodraft_reader'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format(
        'create role %I nologin nosuperuser nocreatedb nocreaterole nobypassrls', name);
    end if;
  end loop;
  execute format('revoke all on database %I from public', current_database());
  execute format(
    'grant connect on database %I to ontodraft_owner, ontodraft_curator, ontodraft_reader',
    current_database());
  -- Refreshing the views for readers makes a temporary table, with the owner's rights.
  execute format('grant temporary on database %I to ontodraft_owner', current_database());
end
$$;

revoke create on schema public from public;
create schema if not exists ontology authorization ontodraft_owner;
revoke all on schema ontology from public;
grant usage on schema ontology to ontodraft_curator, ontodraft_reader;

-- Tables that are there.
grant select, insert, update, delete on all tables in schema ontology to ontodraft_curator;
grant select on all tables in schema ontology to ontodraft_reader;

-- Tables that come with an upgrade.
alter default privileges for role ontodraft_owner in schema ontology
  grant select, insert, update, delete on tables to ontodraft_curator;
alter default privileges for role ontodraft_owner in schema ontology
  grant select on tables to ontodraft_reader;

-- Only an upgrade says which version the tables have, and only curators need journals.
do $$
begin
  if to_regclass('ontology.flyway_schema_history') is not null then
    revoke insert, update, delete on ontology.flyway_schema_history from ontodraft_curator;
  end if;
  if to_regclass('ontology.journal_position') is not null then
    revoke all on ontology.journal_position from ontodraft_reader;
  end if;
end
$$;
