-- The database itself decides who sees a draft: the role that owns it, and sessions that know its
-- token. The application's checks are a courtesy.

update ontology.draft set owner = current_user where owner is null;
alter table ontology.draft alter column owner set default current_user;

-- The tokens a session has shown. They and not drafts are kept in the setting, since whoever can
-- connect can set it; so a token that was revoked or has expired opens nothing from then on.
create function ontology.opened_hashes() returns bytea[]
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(sha256(convert_to(shown, 'UTF8'))), '{}')
  from unnest(string_to_array(current_setting('ontology.opened', true), ',')) as tokens (shown)
$$;

alter table ontology.draft enable row level security;
create policy draft_read on ontology.draft for select
  using (
    owner = current_user
    or (capability_hash = any ((select ontology.opened_hashes())::bytea[])
      and (expires_at is null or expires_at > now())));
create policy draft_insert on ontology.draft for insert
  with check (owner = current_user);
create policy draft_update on ontology.draft for update
  using (
    owner = current_user
    or (capability_hash = any ((select ontology.opened_hashes())::bytea[])
      and (expires_at is null or expires_at > now())));
create policy draft_delete on ontology.draft for delete
  using (owner = current_user);

-- Shows a token: the draft it opens, or nothing for one that is unknown, revoked or expired.
create function ontology.open_draft(token text) returns uuid
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  opened uuid;
  before text := current_setting('ontology.opened', true);
begin
  if token !~ '^[A-Za-z0-9_-]{43}$' then
    return null;
  end if;
  select id into opened
  from ontology.draft
  where capability_hash = sha256(convert_to(token, 'UTF8'))
    and (expires_at is null or expires_at > now());
  if opened is not null then
    perform set_config('ontology.opened', concat_ws(',', nullif(before, ''), token), false);
  end if;
  return opened;
end
$$;

-- Sharing is the owner's: who was let in cannot let others in, nor take the draft.
create function ontology.guard_draft() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'INSERT' then
    new.owner := coalesce(new.owner, current_user);
  elsif old.owner is distinct from current_user
    and (new.id, new.owner, new.capability_hash, new.expires_at)
      is distinct from (old.id, old.owner, old.capability_hash, old.expires_at) then
    raise exception 'only the owner of a draft can share it' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger draft_guard before insert or update on ontology.draft
  for each row execute function ontology.guard_draft();

-- Whatever hangs on a draft is seen with it.
do $$
declare
  child text;
begin
  for child in
    select c.relname
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'draft_id' and not a.attisdropped
    where c.relnamespace = 'ontology'::regnamespace and c.relkind = 'r'
  loop
    execute format('alter table ontology.%I enable row level security', child);
    execute format(
      'create policy %I on ontology.%I using'
        || ' (exists (select from ontology.draft d where d.id = draft_id))',
      child || '_with_draft', child);
  end loop;
  if to_regclass('ontology.draft_blob_part') is not null then
    alter table ontology.draft_blob_part enable row level security;
    create policy draft_blob_part_with_draft on ontology.draft_blob_part using
      (exists (select from ontology.draft_blob b where b.id = blob_id));
  end if;
end
$$;
