create table slave (
  id text primary key,
  version bigint not null,
  name text not null unique,
  host text not null,
  port integer not null,
  login text not null,
  folder text not null,
  secret_kind text not null,
  secret_sealed text not null,
  host_key text,
  stage text not null,
  epoch bigint not null,
  problems text[] not null,
  facts_system text,
  facts_processors integer,
  facts_memory_mb bigint,
  facts_free_disk_mb bigint,
  last_seen timestamp with time zone,
  -- Two agents in one folder would stop each other.
  unique (host, port, login, folder)
);

create table bundle (
  hash text primary key,
  name text not null,
  actions text[] not null,
  user_ids integer not null,
  size_bytes bigint not null,
  uploaded_at timestamp with time zone not null
);

-- Apart, so that a list of bundles does not read them.
create table bundle_content (
  hash text primary key references bundle,
  content bytea not null
);
