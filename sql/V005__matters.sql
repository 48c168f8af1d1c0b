-- Matters: each passes through the stages of its template, from the proposal to the end.

-- The last number given in a place and year.
create table matter_number (
    community int    not null references community,
    place     bigint not null,
    year      int    not null,
    last      int    not null,
    primary key (community, place, year)
);

create table matter (
    community     int         not null references community,
    id            bigint      not null default nextval('ids'),
    number        text        not null, -- HP-017-2026-003, also the receipt of the proposal
    template      text        not null,
    rule          text        not null, -- frozen on the day of the notice
    place         bigint      not null, -- the courtyard (or the community) it concerns
    title         text        not null check (length(title) between 1 and 80),
    problem       text        not null check (length(problem) between 1 and 4000),
    idea          text        not null default '' check (length(idea) <= 4000),
    households    int         check (households between 1 and 100000),
    willing       boolean     not null default false,
    proposer      bigint      not null,
    assisted_by   bigint,               -- a grid worker or clerk who entered it for somebody
    stage         text        not null,
    stage_due     date,
    state         text        not null default 'open' check (state in ('open', 'suspended', 'ended')),
    ending        text        check (ending in ('agreed', 'no_agreement', 'not_quorate', 'withdrawn', 'declined', 'rerouted', 'done')),
    ending_reason text,
    threshold     int         not null check (threshold > 0), -- endorsements that open the triage
    version       int         not null default 1,
    created_at    timestamptz not null,
    changed_at    timestamptz not null,
    request_key   text        not null, -- a form sent again finds the matter it already made
    search        tsvector,             -- bigrams of title and problem
    primary key (community, id),
    unique (community, number),
    unique (community, proposer, request_key),
    foreign key (community, place) references place,
    foreign key (community, proposer) references person,
    check ((state = 'ended') = (ending is not null))
);
create index matter_place on matter (community, place, changed_at desc);
create index matter_stage on matter (community, state, stage, changed_at desc);
create index matter_search on matter using gin (search);

-- Every transition: who, when, why.
create table step (
    community  int         not null,
    matter     bigint      not null,
    seq        int         not null,
    from_stage text,
    to_stage   text,
    move       text        not null check (move in ('open', 'next', 'return', 'reroute', 'suspend', 'resume', 'end')),
    by_person  bigint,     -- null: a deadline passed and the server acted
    by_post    text        not null,
    reason     text        not null default '',
    at         timestamptz not null,
    due        date,
    primary key (community, matter, seq),
    foreign key (community, matter) references matter
);

create table endorsement (
    community int         not null,
    matter    bigint      not null,
    person    bigint      not null,
    at        timestamptz not null,
    primary key (community, matter, person),
    foreign key (community, matter) references matter
);

create table photo (
    community int         not null,
    id        bigint      not null default nextval('ids'),
    matter    bigint      not null,
    errand    bigint,
    kind      text        not null check (kind in ('proposal', 'before', 'after', 'notice')),
    image     bytea       not null,
    thumb     bytea       not null,
    sha256    text        not null,
    by_person bigint      not null,
    at        timestamptz not null,
    primary key (community, id),
    foreign key (community, matter) references matter
);
create index photo_matter on photo (community, matter);

-- D02: who may decide this, whether it may be voted on at all, and the official reply.
create table triage (
    community int         not null,
    matter    bigint      not null,
    route     text        not null,
    guard     text        not null default '',    -- key of the never-votable entry that applies
    narrowed  boolean     not null default false, -- the law prescribes that it is done: only how is deliberated
    reply     text        not null check (length(reply) between 1 and 4000),
    post      text        not null,               -- name of the post, not of the person
    deadline  date        not null,
    by_person bigint      not null,
    at        timestamptz not null,
    primary key (community, matter),
    foreign key (community, matter) references matter
);

create table plan_option (
    community int     not null,
    matter    bigint  not null,
    ordinal   int     not null,
    title     text    not null check (length(title) between 1 and 80),
    cost      text    not null default '',
    effects   text    not null default '',
    as_is     boolean not null default false,
    primary key (community, matter, ordinal),
    foreign key (community, matter) references matter
);

create table stakeholder (
    community int    not null,
    matter    bigint not null,
    ordinal   int    not null,
    name      text   not null,
    voice     text   not null check (voice in ('vote', 'speak')),
    primary key (community, matter, ordinal),
    foreign key (community, matter) references matter
);

-- The notice of what is put to the vote: a hash locks its text, the options, the attachments and the roll. A change is a
-- new version.
create table notice (
    community   int         not null,
    matter      bigint      not null,
    version     int         not null,
    body        text        not null,
    content     text        not null, -- the canonical JSON that is hashed
    sha256      text        not null,
    roll_hash   text        not null,
    posted_by   text        not null default 'committee',
    posted_at   timestamptz not null,
    until       date        not null, -- the last full day, Civil Code Art. 200-203
    replaced_at timestamptz,
    primary key (community, matter, version),
    foreign key (community, matter) references matter
);

-- The discussion. A remark that was hidden keeps who hid it and who answered the appeal: two different people.
create table remark (
    community          int         not null,
    id                 bigint      not null default nextval('ids'),
    matter             bigint      not null,
    parent             bigint,
    side               text        not null check (side in ('for', 'against', 'question', 'reply')),
    person             bigint      not null,
    text               text        not null check (length(text) between 1 and 1000),
    at                 timestamptz not null,
    hidden_at          timestamptz,
    hidden_by          text,
    hidden_person      bigint,
    hidden_reason      text,
    appeal             text,
    appeal_at          timestamptz,
    appeal_answer      text,
    appeal_by          text,
    appeal_by_person   bigint,
    appeal_answered_at timestamptz,
    restored_at        timestamptz,
    request_key        text        not null,
    primary key (community, id),
    unique (community, person, request_key),
    foreign key (community, matter) references matter,
    foreign key (community, parent) references remark
);
create index remark_matter on remark (community, matter, at);
create index remark_hidden on remark (community, matter, hidden_at) where hidden_at is not null;
