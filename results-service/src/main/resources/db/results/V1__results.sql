-- Runs as told on run-events.
create table known_run (
  id text primary key,
  version integer not null,
  started boolean not null,
  ended_at timestamptz,
  proven boolean not null
);

create table known_slave (
  known_run text not null references known_run,
  known_run_key integer not null,
  slave text not null,
  name text not null,
  primary key (known_run, known_run_key)
);

-- Every sample record ever seen, once. What is here already changes nothing when it comes again.
create table position (
  run text not null,
  slave text not null,
  epoch bigint not null,
  sequence bigint not null,
  second integer, -- null for the end of a stream
  fenced boolean not null,
  primary key (run, slave, epoch, sequence)
);
create index position_second on position (run, second);

-- One runner's stream of records; counted_* are its final counters.
create table stream (
  run text not null,
  slave text not null,
  epoch bigint not null,
  last_second integer,
  dropped_lines bigint not null default 0,
  dropped_errors bigint not null default 0,
  ended boolean not null default false,
  counted_operations_passed bigint not null default 0,
  counted_operations_failed bigint not null default 0,
  counted_operations_incomplete bigint not null default 0,
  counted_transactions_passed bigint not null default 0,
  counted_transactions_failed bigint not null default 0,
  counted_transactions_incomplete bigint not null default 0,
  counted_batches bigint not null default 0,
  primary key (run, slave, epoch)
);

-- What was measured, as it came: append-only. The row's uniqueness is that of its position.
create table series (
  run text not null,
  slave text not null,
  epoch bigint not null,
  sequence bigint not null,
  second integer not null,
  kind text not null,
  action text not null,
  name text not null,
  outcome text not null,
  count bigint not null,
  bytes_sent bigint not null,
  bytes_received bigint not null,
  latency bytea,
  intended_latency bytea
);
create index series_second on series (run, second);

create table users (
  run text not null,
  second integer not null,
  slave text not null,
  action text not null,
  epoch bigint not null,
  sequence bigint not null,
  active integer not null,
  in_flight integer not null,
  primary key (run, second, slave, action)
);

-- The whole run so far; histograms are merged, not averaged.
create table total (
  run text not null,
  slave text not null,
  kind text not null,
  action text not null,
  name text not null,
  outcome text not null,
  count bigint not null,
  bytes_sent bigint not null,
  bytes_received bigint not null,
  latency bytea,
  intended_latency bytea,
  primary key (run, slave, kind, action, name, outcome)
);

-- Seconds as last told on the topic results.
create table merged_second (
  run text not null,
  slave text not null,
  second integer not null,
  message text not null,
  primary key (run, slave, second)
);

create table error_group (
  run text not null,
  slave text not null,
  action text not null,
  operation text not null,
  fingerprint text not null,
  message text not null,
  count bigint not null,
  first_second integer not null,
  last_second integer not null,
  primary key (run, slave, action, operation, fingerprint)
);

create table debug_line (
  number bigint generated always as identity unique,
  run text not null,
  slave text not null,
  epoch bigint not null,
  sequence bigint not null,
  message text not null,
  primary key (run, slave, epoch, sequence)
);
create index debug_line_number on debug_line (run, number);

-- How many lines a runner wrote, kept or not.
create table debug_stream (
  run text not null,
  slave text not null,
  epoch bigint not null,
  lines bigint not null,
  primary key (run, slave, epoch)
);
