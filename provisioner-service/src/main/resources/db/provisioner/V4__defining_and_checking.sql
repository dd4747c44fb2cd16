alter table slave add column labels text[] not null default '{}';
-- Of a private key that is encrypted itself.
alter table slave add column passphrase_sealed text;
-- What the host shows now instead of host_key.
alter table slave add column new_host_key text;

alter table slave add column jump_host text;
alter table slave add column jump_port integer;
alter table slave add column jump_login text;
alter table slave add column jump_secret_kind text;
alter table slave add column jump_secret_sealed text;
alter table slave add column jump_passphrase_sealed text;
alter table slave add column jump_host_key text;
alter table slave add column jump_new_host_key text;

-- Behind two jump hosts there may be two machines of one address.
alter table slave drop constraint slave_host_port_login_folder_key;
create unique index slave_machine on slave
  (host, port, login, folder, coalesce(jump_host, ''), coalesce(jump_port, 0));

-- Apart from the slave, which is read every second and written at each step.
create table slave_check (
  slave text primary key references slave on delete cascade,
  checked_at timestamp with time zone not null,
  -- JSON, as it is answered.
  lines text not null
);
