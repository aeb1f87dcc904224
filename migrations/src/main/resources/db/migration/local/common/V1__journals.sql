-- What belongs to this one store and never goes to a shared database.

-- The journal files this store has had, the present one with retired_at null.
create table local.journal (
  id uuid not null,
  first_seq bigint not null,
  started_at timestamp(6) with time zone not null,
  retired_at timestamp(6) with time zone,
  retired_because varchar(16),
  constraint journal_pk primary key (id),
  constraint journal_retired_because_check
    check (retired_because in ('missing', 'damaged', 'replaced'))
);
