-- What was decided, its public notice, objections; and the work that follows.

create table resolution (
    community    int         not null references community,
    id           bigint      not null default nextval('ids'),
    matter       bigint      not null,
    number       text        not null,
    title        text        not null,
    body         text        not null,
    minority     text        not null default '',
    kind         text        not null check (kind in ('agreed', 'no_agreement', 'not_quorate')),
    outcome      jsonb,               -- the poll's stored outcome, copied as it is
    poll         bigint,
    sha256       text        not null,
    posted_at    timestamptz not null,
    notice_until date        not null, -- 15 full days, Residents' Committee Organic Law (2025) Art. 34
    effective_at timestamptz,
    search       tsvector,
    primary key (community, id),
    unique (community, number),
    unique (community, matter),
    foreign key (community, matter) references matter,
    foreign key (community, poll) references poll
);
create index resolution_posted on resolution (community, posted_at desc);
create index resolution_search on resolution using gin (search);

create table objection (
    community     int         not null,
    id            bigint      not null default nextval('ids'),
    resolution    bigint      not null,
    person        bigint      not null,
    kind          text        not null check (kind in ('count', 'identity', 'procedure', 'substance')),
    text          text        not null check (length(text) between 1 and 2000),
    at            timestamptz not null,
    answer        text,
    decision      text        check (decision in ('upheld', 'rejected')),
    answered_by   bigint,
    answered_post text,
    answered_at   timestamptz,
    request_key   text        not null,
    primary key (community, id),
    unique (community, person, request_key),
    foreign key (community, resolution) references resolution
);
create index objection_resolution on objection (community, resolution);

create table errand (
    community  int         not null,
    id         bigint      not null default nextval('ids'),
    matter     bigint      not null,
    ordinal    int         not null,
    title      text        not null check (length(title) between 1 and 120),
    due        date,
    claimed_by bigint,
    claimed_as text,                -- how the claimant is shown
    claimed_at timestamptz,
    done_at    timestamptz,
    done_note  text        not null default '',
    dropped    text,                -- why it could not be done
    primary key (community, id),
    unique (community, matter, ordinal),
    foreign key (community, matter) references matter
);

-- The rating stands apart from who rated.
create table rated (
    community int    not null,
    matter    bigint not null,
    person    bigint not null,
    primary key (community, matter, person),
    foreign key (community, matter) references matter
);
create table rating (
    community int    not null,
    matter    bigint not null,
    id        uuid   not null default gen_random_uuid(),
    stars     int    not null check (stars between 1 and 5),
    note      text   not null default '' check (length(note) <= 500),
    primary key (community, matter, id),
    foreign key (community, matter) references matter
);
