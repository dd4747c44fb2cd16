-- Results were a row per series and a message per slave and second. From now on each record is one
-- compact row; what was stored the old way is made anew from the topic `samples`.
drop table position, stream, series, users, total, merged_second, error_group, strain;

-- What hangs on a run goes with it. Its volume lies in tables of its own, second_<number> and
-- block_<number>, which are dropped (see RunTables).
alter table known_run rename column proven to checked;
alter table known_run add column number integer generated always as identity unique;

-- Samples that are read again must not bring a deleted run back.
create table deleted_run (
  id text primary key,
  at timestamptz not null default now()
);

-- How far each partition of `samples` is taken in; changes in the transaction that stores the rows.
create table read_position (
  partition integer primary key,
  next_offset bigint not null
);

-- Numbers stand for slaves and series in the rows of a run.
create table run_slave (
  run integer not null references known_run (number) on delete cascade,
  number integer not null,
  slave text not null,
  primary key (run, number),
  unique (run, slave)
);
create table run_series (
  run integer not null references known_run (number) on delete cascade,
  number integer not null,
  kind text not null,
  action text not null,
  name text not null,
  outcome text not null,
  primary key (run, number),
  unique (run, kind, action, name, outcome)
);

-- One runner's stream of records. `received` and `fenced` are ranges of sequence numbers, such as
-- 0-41,43; stored_* is what its rows add up to, counted_* are its final counters.
create table stream (
  run integer not null references known_run (number) on delete cascade,
  slave integer not null,
  epoch bigint not null,
  last_second integer,
  received text not null,
  fenced text not null,
  dropped_lines bigint not null,
  dropped_errors bigint not null,
  untimed bigint not null,
  stored_operations_passed bigint not null,
  stored_operations_failed bigint not null,
  stored_operations_incomplete bigint not null,
  stored_transactions_passed bigint not null,
  stored_transactions_failed bigint not null,
  stored_transactions_incomplete bigint not null,
  ended boolean not null,
  counted_operations_passed bigint not null,
  counted_operations_failed bigint not null,
  counted_operations_incomplete bigint not null,
  counted_transactions_passed bigint not null,
  counted_transactions_failed bigint not null,
  counted_transactions_incomplete bigint not null,
  counted_batches bigint not null,
  primary key (run, slave, epoch)
) with (fillfactor = 50);

-- What one instance took in of a second at a time, until it is merged into the run's second.
create table part (
  number bigint generated always as identity primary key,
  run integer not null references known_run (number) on delete cascade,
  second integer not null,
  slaves integer not null,
  at timestamptz not null default clock_timestamp(),
  body bytea not null
);
create index part_second on part (run, second);

-- What is to be published of a run; goes once Kafka has it.
create table due (
  number bigint generated always as identity primary key,
  run integer not null references known_run (number) on delete cascade,
  what text not null,
  second integer not null
);
create index due_run on due (run);

-- Blocks of several seconds, to be folded (again) or done.
create table fold (
  run integer not null references known_run (number) on delete cascade,
  slaves boolean not null, -- those of each slave, or that of all together
  level integer not null,
  start integer not null,
  done boolean not null,
  primary key (run, slaves, level, start)
);
create index fold_open on fold (run) where not done;

create table error_group (
  run integer not null references known_run (number) on delete cascade,
  slave integer not null,
  action text not null,
  operation text not null,
  fingerprint text not null,
  message text not null,
  count bigint not null,
  first_second integer not null,
  last_second integer not null,
  primary key (run, slave, action, operation, fingerprint)
);

-- When a slave was at a limit of its own.
create table overload (
  run integer not null references known_run (number) on delete cascade,
  slave integer not null,
  cause text not null,
  seconds bigint not null,
  first_second integer not null,
  last_second integer not null,
  sentence text not null,
  primary key (run, slave, cause)
);
