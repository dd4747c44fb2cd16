-- Whether the agent finds Kafka through the SSH session.
alter table slave add column tunnelled boolean not null default false;
