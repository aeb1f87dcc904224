do $$
declare
  policy record;
begin
  for policy in
    select tablename, policyname from pg_policies where schemaname = 'ontology'
  loop
    execute format('drop policy %I on ontology.%I', policy.policyname, policy.tablename);
    execute format('alter table ontology.%I disable row level security', policy.tablename);
  end loop;
end
$$;
drop trigger draft_guard on ontology.draft;
drop function ontology.guard_draft();
drop function ontology.open_draft(text);
drop function ontology.opened_hashes();
alter table ontology.draft alter column owner drop default;
