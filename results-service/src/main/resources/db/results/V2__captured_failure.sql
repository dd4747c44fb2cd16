-- Examples of failed operations, a few for each group of errors and slave.
create table captured_failure (
  number bigint generated always as identity unique,
  run text not null,
  slave text not null,
  epoch bigint not null,
  sequence bigint not null,
  message text not null,
  primary key (run, slave, epoch, sequence)
);
create index captured_failure_number on captured_failure (run, number);
