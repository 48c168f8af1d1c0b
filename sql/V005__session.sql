-- The live meeting and the question put.

create table session (
    community  int         not null references community,
    id         bigint      not null default nextval('ids'),
    place      bigint      not null,
    kind       text        not null,
    title      text        not null,
    venue      text        not null default '',
    starts_at  timestamptz not null,
    state      text        not null default 'called' check (state in ('called', 'open', 'paused', 'closed')),
    current    int         not null default 1, -- the agenda item in hand
    version    bigint      not null default 1, -- of what the room sees
    door_key   text        not null,           -- secret in the hall's QR
    opened_at  timestamptz,
    closed_at  timestamptz,
    primary key (community, id),
    foreign key (community, place) references place
);
create index session_place on session (community, place, starts_at desc);

create table agenda_item (
    community int    not null,
    session   bigint not null,
    ordinal   int    not null,
    matter    bigint,
    title     text   not null,
    motion    text   not null default '',
    primary key (community, session, ordinal),
    foreign key (community, session) references session,
    foreign key (community, matter) references matter
);
create index agenda_matter on agenda_item (community, matter);

-- A voter is a household (by its place), a person or an owner, as the rule says; present is who has not left.
create table presence (
    community  int         not null,
    session    bigint      not null,
    voter      bigint      not null,
    person     bigint      not null,
    how        text        not null check (how in ('qr', 'door', 'link')),
    arrived_at timestamptz not null,
    left_at    timestamptz,
    primary key (community, session, voter),
    foreign key (community, session) references session
);

create table poll (
    community      int         not null references community,
    id             bigint      not null default nextval('ids'),
    matter         bigint      not null,
    session        bigint,                 -- null: a poll that runs over days
    question       text        not null,
    rule           text        not null,
    basis          text        not null check (basis in ('household', 'person', 'owner')),
    secrecy        text        not null check (secrecy in ('named', 'secret', 'sealed')),
    state          text        not null default 'draft' check (state in ('draft', 'open', 'closed', 'void')),
    opened_at      timestamptz,
    closes_at      timestamptz,            -- null: the moderator closes it
    closed_at      timestamptz,
    undo_minutes   int         not null default 10,
    version        bigint      not null default 1,
    cast_count     int         not null default 0, -- one update a batch, never a ballot
    electorate_sha text,
    present        int,                    -- frozen at opening; null where the rule knows no presence
    tally          jsonb,                  -- computed once at the close
    outcome        jsonb,
    box_sha256     text,
    primary key (community, id),
    foreign key (community, matter) references matter,
    foreign key (community, session) references session
);
create index poll_matter on poll (community, matter);
create index poll_session on poll (community, session);

-- The frozen electorate: who may cast which ballot, with its weight.
create table entitlement (
    community int     not null,
    poll      bigint  not null,
    voter     bigint  not null, -- household place, person, or owner
    label     text    not null, -- how the roll names it: 3-2-502
    person    bigint,           -- who casts it
    area_c    bigint  not null default 0,
    heads     int     not null default 1,
    present   boolean not null default true, -- counted as present when the poll was opened
    primary key (community, poll, voter),
    foreign key (community, poll) references poll
);
create index entitlement_person on entitlement (community, poll, person);

-- Named: the voter stands beside the choice, and only scrutineers may read it.
create table ballot (
    community   int         not null,
    poll        bigint      not null,
    voter       bigint      not null,
    choice      text        not null check (choice in ('yes', 'no', 'abstain')),
    receipt     text        not null,
    request_key text        not null,
    channel     text        not null check (channel in ('phone', 'hall', 'paper')),
    at          timestamptz not null,
    primary key (community, poll, voter),
    unique (community, receipt),
    foreign key (community, poll, voter) references entitlement
);

-- Secret: who took part stands here, without a choice ...
create table turnout (
    community   int    not null,
    poll        bigint not null,
    voter       bigint not null,
    receipt     text   not null,
    request_key text   not null,
    primary key (community, poll, voter),
    unique (community, receipt),
    foreign key (community, poll, voter) references entitlement
);

-- ... and what was chosen here, without a voter, a number or a time. Rewritten in random order at the close.
create table secret_ballot (
    community int    not null,
    poll      bigint not null,
    id        uuid   not null,
    choice    text   not null check (choice in ('yes', 'no', 'abstain')),
    primary key (community, poll, id),
    foreign key (community, poll) references poll
);

create function kept_after_close() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from poll p where p.community = old.community and p.id = old.poll and p.state = 'open') then
        raise exception 'poll % is closed: its ballots stay as they are', old.poll using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger ballot_kept before update on ballot for each row execute function kept_after_close();
create trigger ballot_never_deleted before delete or truncate on ballot for each statement execute function append_only();
create trigger turnout_kept before update or delete or truncate on turnout for each statement execute function append_only();
