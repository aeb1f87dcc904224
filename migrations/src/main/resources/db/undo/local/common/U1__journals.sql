drop table local.journal;
