-- When run-service was last known to run, by the broker's clock. One row.
create table last_sign (
  only_one boolean primary key check (only_one),
  at timestamptz not null
);
