-- Polls: a question, its frozen electorate, its ballots.

-- The question is to agree to a motion or not, or to choose among plans; it decides the matter, or something on the way to
-- that; it is answered by ballots, or by hands that two people count.
create table poll (
    community      int         not null references community,
    id             bigint      not null default nextval('ids'),
    matter         bigint      not null,
    session        bigint,                             -- null: a poll that runs over days
    item           bigint,                             -- the agenda item it was put on
    purpose        text        not null default 'decides' check (purpose in ('decides', 'amendment', 'procedure')),
    subject        bigint,                             -- the motion it is about; null: the matter itself
    question       text        not null,
    slate          jsonb,                              -- competing plans and how they are counted; null: yes or no
    rule           text        not null,
    basis          text        not null check (basis in ('household', 'person', 'owner')),
    secrecy        text        not null check (secrecy in ('named', 'secret', 'sealed')),
    by_hands       boolean     not null default false,
    state          text        not null default 'draft' check (state in ('draft', 'open', 'closed', 'void')),
    void_reason    text,
    opened_at      timestamptz,
    closes_at      timestamptz,                        -- null: the moderator closes it
    closed_at      timestamptz,
    undo_minutes   int         not null default 10,
    version        bigint      not null default 1,
    cast_count     int         not null default 0,     -- updated once a batch, never once a ballot
    electorate_sha text,
    present        int,                                -- frozen at opening; null where the rule knows no presence
    tally          jsonb,                              -- computed once at the close
    outcome        jsonb,
    box_sha256     text,                               -- of the secret ballots at the close
    shown          boolean     not null default false, -- whether the big screen shows the result
    primary key (community, id),
    foreign key (community, matter) references matter,
    foreign key (community, session) references session,
    constraint poll_subject check ((purpose = 'decides') = (subject is null))
);
create index poll_matter on poll (community, matter);
create index poll_session on poll (community, session);

-- The ballot intake looks a voter up by the whole key of a row. An index that begins with a part of that key fits too, and
-- a planner without statistics on a table just filled may choose it: then every ballot reads the whole poll. So no other
-- index on entitlement, ballot or turnout begins as the primary key does.

-- The frozen electorate: who may cast which ballot, with its weight.
create table entitlement (
    community int     not null,
    poll      bigint  not null,
    voter     bigint  not null, -- household (its place), person or owner
    label     text    not null, -- how the roll names the voter: 3-2-502
    person    bigint,           -- who casts the ballot
    area_c    bigint  not null default 0,    -- 0.01 square metres
    heads     int     not null default 1,
    present   boolean not null default true, -- counted as present when the poll was opened
    primary key (community, poll, voter),
    foreign key (community, poll) references poll
);
create index entitlement_person on entitlement (person, poll, community);

create function roll_kept() returns trigger language plpgsql as $$
begin
    raise exception 'a frozen roll keeps its voters' using errcode = 'restrict_violation';
end $$;
create trigger roll_kept before delete or truncate or update of community, poll, voter on entitlement
    for each statement execute function roll_kept();

-- Who casts for whom, frozen with the electorate, whatever becomes of the letter later.
create table proxy_use (
    community int    not null,
    poll      bigint not null,
    voter     bigint not null,
    letter    bigint not null,
    primary key (community, poll, voter),
    foreign key (community, poll, voter) references entitlement,
    foreign key (community, letter) references proxy_letter
);
create trigger proxy_use_append_only before update or delete or truncate on proxy_use
    for each statement execute function append_only();

create function kept_after_close() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from poll p where p.community = old.community and p.id = old.poll and p.state = 'open') then
        raise exception 'poll % is closed: its ballots stay as they are', old.poll using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

-- In place of foreign keys, which would check and lock once a row: these check once a batch. That is enough, because a
-- frozen roll never loses a voter.
create function only_entitled() returns trigger language plpgsql as $$
begin
    if exists (select 1 from fresh f where (
        select e.voter from entitlement e where e.community = f.community and e.poll = f.poll and e.voter = f.voter) is null) then
        raise exception 'a ballot in % of somebody who is not on its roll', tg_table_name using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create function only_of_a_poll() returns trigger language plpgsql as $$
begin
    if exists (select 1 from (select distinct community, poll from fresh) f where (
        select p.id from poll p where p.community = f.community and p.id = f.poll) is null) then
        raise exception 'a ballot in % of no poll', tg_table_name using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

-- Named: the voter stands beside the choice, and only scrutineers may read it.
create table ballot (
    community   int         not null,
    poll        bigint      not null,
    voter       bigint      not null,
    choice      text        not null check (char_length(choice) between 1 and 120), -- checked against the question before
    receipt     text        not null,
    request_key text        not null,
    channel     text        not null check (channel in ('phone', 'hall', 'paper')),
    at          timestamptz not null,
    primary key (community, poll, voter),
    unique (receipt, community)
);
create trigger ballot_entitled after insert on ballot referencing new table as fresh
    for each statement execute function only_entitled();
create trigger ballot_kept before update on ballot for each row execute function kept_after_close();
create trigger ballot_voter_kept before update of community, poll, voter on ballot
    for each statement execute function append_only();
create trigger ballot_never_deleted before delete or truncate on ballot for each statement execute function append_only();

-- Secret: who took part stands here, without a choice ...
create table turnout (
    community   int     not null,
    poll        bigint  not null,
    voter       bigint  not null,
    receipt     text    not null,
    request_key text    not null,
    paper       boolean not null default false, -- was given a paper ballot, and has thereby taken part
    primary key (community, poll, voter),
    unique (receipt, community)
);
create trigger turnout_entitled after insert on turnout referencing new table as fresh
    for each statement execute function only_entitled();
create trigger turnout_kept before update or delete or truncate on turnout for each statement execute function append_only();

-- ... and what was chosen here, without a voter, a number or a time. Rewritten in random order at the close.
create table secret_ballot (
    community int    not null,
    poll      bigint not null,
    id        uuid   not null,
    choice    text   not null check (char_length(choice) between 1 and 120),
    primary key (community, poll, id)
);
create trigger secret_ballot_of_a_poll after insert on secret_ballot referencing new table as fresh
    for each statement execute function only_of_a_poll();

-- Hands, or paper ballots, counted by two people, each on their own. The last count of each stands, and the two must be
-- the same. The count of a secret poll's papers is deleted when they join the other secret ballots.
create table count_sheet (
    community int         not null,
    poll      bigint      not null,
    person    bigint      not null,
    post      text        not null,
    yes       int         not null check (yes >= 0),
    no        int         not null check (no >= 0),
    abstain   int         not null check (abstain >= 0),
    spoiled   int         not null check (spoiled >= 0),
    at        timestamptz not null,
    primary key (community, poll, person),
    foreign key (community, poll) references poll
);
create trigger count_sheet_kept before update on count_sheet for each row execute function kept_after_close();
