-- Presence at a meeting. The voter is a household (its place), a person or an owner, as the rule says.

-- How things stand now: present is who has not left. Whoever arrives has a row on each roll they stand on.
create table presence (
    community  int         not null,
    session    bigint      not null,
    roll       text        not null default '', -- '': counts for every roll
    voter      bigint      not null,
    person     bigint      not null,
    letter     bigint,                          -- null: in person; else the proxy letter by which the voter counts
    how        text        not null check (how in ('qr', 'door', 'hook', 'link', 'remote')),
    arrived_at timestamptz not null,
    left_at    timestamptz,
    primary key (community, session, roll, voter),
    foreign key (community, session) references session,
    foreign key (community, letter) references proxy_letter
);
-- Whoever opens the page of a meeting is looked up by person and by the household they speak for.
create index presence_person on presence (person, session, community);
create index presence_voter on presence (voter, session, community);

-- Every arrival and departure, in order.
create table presence_event (
    community int         not null,
    session   bigint      not null,
    id        bigint      not null default nextval('ids'),
    voter     bigint      not null,
    label     text        not null,
    proxy     boolean     not null default false,
    way       text        not null check (way in ('in', 'out')),
    how       text        not null check (how in ('qr', 'door', 'hook', 'self', 'remote', 'recess')),
    at        timestamptz not null,
    primary key (community, session, id),
    foreign key (community, session) references session
);
create trigger presence_event_append_only before update or delete or truncate on presence_event
    for each statement execute function append_only();
