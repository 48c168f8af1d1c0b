-- The work that follows a resolution, and how the residents rate it.

create table errand (
    community  int         not null,
    id         bigint      not null default nextval('ids'),
    matter     bigint      not null,
    ordinal    int         not null,
    title      text        not null check (length(title) between 1 and 120),
    due        date,
    claimed_by bigint,
    claimed_as text,       -- how the claimant is shown
    claimed_at timestamptz,
    done_at    timestamptz,
    done_note  text        not null default '',
    dropped    text,       -- why it could not be done
    primary key (community, id),
    unique (community, matter, ordinal),
    foreign key (community, matter) references matter
);

-- Who has rated stands here ...
create table rated (
    community int    not null,
    matter    bigint not null,
    person    bigint not null,
    primary key (community, matter, person),
    foreign key (community, matter) references matter
);

-- ... and the rating here, without a person.
create table rating (
    community int    not null,
    matter    bigint not null,
    id        uuid   not null default gen_random_uuid(),
    stars     int    not null check (stars between 1 and 5),
    note      text   not null default '' check (length(note) <= 500),
    primary key (community, matter, id),
    foreign key (community, matter) references matter
);
