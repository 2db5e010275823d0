-- The processes that take jobs, each with its last sign of life: for people to look at. Who takes whose jobs over is the
-- scheduler's affair.
create table worker (
  name           text        primary key, -- as the scheduler has it
  host           text        not null,
  process        bigint      not null,
  since          timestamptz not null,
  seen           timestamptz not null,
  memory         bigint,     -- bytes that it holds; null where its system does not tell
  machine_memory bigint      not null
);
