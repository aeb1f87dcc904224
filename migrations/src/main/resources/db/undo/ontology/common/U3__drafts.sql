drop table ontology.rebase_conflict;
drop table ontology.submission;
drop table ontology.journal_position;
drop table ontology.draft_edit;
drop table ontology.draft_change;
drop table ontology.draft;
