create table known_slave (
    id      text primary key,
    version integer not null,
    name    text    not null,
    stage   text    not null,
    epoch   bigint  not null
);

create table known_bundle (
    hash     text primary key,
    version  integer not null,
    name     text    not null,
    actions  text    not null,
    user_ids integer not null
);

-- A plan is a document: nothing asks for a part of it by SQL.
create table plan (
    id         text primary key,
    version    integer                  not null,
    content    text                     not null,
    words      text                     not null,
    created_at timestamp with time zone not null
);

create table run (
    id              text primary key,
    version         integer                  not null,
    plan_id         text                     not null,
    content         text                     not null,
    words           text                     not null,
    state           text                     not null,
    reason          text                     not null,
    ends_as         text,
    created_at      timestamp with time zone not null,
    state_since     timestamp with time zone not null,
    start_at        timestamp with time zone,
    ended_at        timestamp with time zone
);

create index run_by_state on run (state);

create table member (
    run         text    not null references run (id) on delete cascade,
    position    integer not null,
    slave       text    not null,
    name        text    not null,
    epoch       bigint  not null,
    state       text    not null,
    bundle_path text,
    problem     text,
    counters    text,
    primary key (run, position)
);

create table reservation (
    slave text primary key,
    run   text not null
);

-- What happened to a run, written with the change itself and told to Kafka afterwards, in order.
create table history (
    run     text    not null,
    number  bigint  not null,
    content text    not null,
    told    boolean not null default false,
    primary key (run, number)
);

create index history_untold on history (run, number) where not told;
