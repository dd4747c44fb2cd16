-- When a slave was at a limit of its own.
create table strain (
  run text not null,
  slave text not null,
  strained text not null,
  seconds bigint not null,
  first_second integer not null,
  last_second integer not null,
  sentence text not null,
  primary key (run, slave, strained)
);
