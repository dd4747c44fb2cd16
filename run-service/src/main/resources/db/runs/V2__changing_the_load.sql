-- The load of a run as it is to be now, and how far it has come: a document, absent in older runs.
alter table run add column live text;

-- The last change of the load that the slave's runner has taken up.
alter table member add column change bigint not null default 0;
