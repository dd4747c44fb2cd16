-- Messages about changes that are committed, until Kafka has them. Written in the transaction of the change itself.
create table if not exists outbox (
  number bigint generated always as identity primary key,
  topic text not null,
  key text not null,
  message bytea not null
);

-- Answers to requests that named an Idempotency-Key. status is null while the first of them is under way.
create table if not exists idempotent_request (
  key text primary key,
  request text not null,
  body_hash text not null,
  began_at timestamptz not null default now(),
  status integer,
  content_type text,
  answer bytea
);
