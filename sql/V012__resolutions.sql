-- Resolutions: what was decided, its public notice, and the objections to it.

-- The last number given in a year.
create table resolution_number (
    community int not null references community,
    year      int not null,
    last      int not null,
    primary key (community, year)
);

create table resolution (
    community        int         not null references community,
    id               bigint      not null default nextval('ids'),
    matter           bigint      not null,
    number           text        not null,
    title            text        not null,
    body             text        not null,
    minority         text        not null default '',
    kind             text        not null check (kind in ('agreed', 'no_agreement', 'not_quorate')),
    poll             bigint,
    outcome          jsonb,                              -- the poll's stored outcome, copied as it is
    content          text        not null default '{}',  -- the canonical JSON that is hashed
    sha256           text        not null,
    public           boolean     not null default true,
    posted_by        bigint,                             -- who concluded it: somebody else answers objections
    posted_post      text        not null default 'committee',
    posted_at        timestamptz not null,
    notice_until     date        not null,               -- 15 full days, Residents' Committee Organic Law (2025) Art. 34
    effective_at     timestamptz,
    withdrawn_at     timestamptz,
    withdrawn_reason text,
    search           tsvector,
    primary key (community, id),
    unique (community, number),
    foreign key (community, matter) references matter,
    foreign key (community, poll) references poll
);
create index resolution_posted on resolution (community, posted_at desc);
create index resolution_search on resolution using gin (search);
-- An upheld objection withdraws a resolution: it stays in the register, marked, and the matter may get another.
create unique index resolution_one_in_force on resolution (community, matter) where withdrawn_at is null;

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
