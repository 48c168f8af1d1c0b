-- Append-only hash chains: one for each matter, each poll, and each community's roll.

-- The last link of each chain: whoever appends locks it, so that a chain never forks.
create table chain_head (
    community int    not null references community,
    chain     text   not null,
    seq       bigint not null,
    hash      text   not null,
    primary key (community, chain)
);

create table audit (
    community int    not null references community,
    chain     text   not null,
    seq       bigint not null,
    at_ms     bigint not null,
    act       text   not null,
    by_post   text   not null, -- the post or roll code that acted, never a name
    payload   text   not null,
    previous  text   not null,
    hash      text   not null,
    primary key (community, chain, seq)
);

-- Shared by every table whose rows are never changed or deleted.
create function append_only() returns trigger language plpgsql as $$
begin
    raise exception 'append-only: % on % is refused', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger audit_append_only before update or delete or truncate on audit
    for each statement execute function append_only();
