-- The roll: places, exclusive parts, people and what they may do where.
-- Every table is keyed by community first. Ids come from one sequence and are therefore unique across all tables.

create sequence ids start 1000;

create table area (
    id     bigint primary key default nextval('ids'),
    parent bigint references area,
    kind   text   not null check (kind in ('district', 'street')),
    name   text   not null
);

create table community (
    id     int    primary key,
    code   text   not null unique check (code ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
    name   text   not null,
    street bigint not null references area
);

create table place (
    community  int     not null references community,
    id         bigint  not null default nextval('ids'),
    parent     bigint,
    kind       text    not null check (kind in ('community', 'grid4', 'grid5', 'courtyard', 'building', 'household')),
    code       text    not null check (code <> ''),
    name       text    not null,
    path       text    not null, -- '/1000/1007/1012/': the ids from the root to this place
    governance text,
    old        boolean not null default false,
    primary key (community, id),
    unique (community, kind, code),
    foreign key (community, parent) references place
);
create index place_path on place (community, path text_pattern_ops);
create index place_parent on place (community, parent);

create table person (
    community int     not null references community,
    id        bigint  not null default nextval('ids'),
    household bigint,
    name      text    not null check (name <> ''),
    code      text    not null, -- the roll's own code for this person
    adult     boolean not null,
    permanent boolean not null default true,
    tenant    boolean not null default false,
    primary key (community, id),
    unique (community, code),
    foreign key (community, household) references place
);
create index person_household on person (community, household);

create table role (
    community int    not null references community, -- where it holds
    home      int    not null,                      -- the community whose roll the person is on
    person    bigint not null,
    role      text   not null check (role in ('resident', 'household_rep', 'resident_rep', 'owner', 'moderator', 'recorder',
        'committee', 'scrutineer', 'supervision', 'grid_worker', 'street', 'property', 'partner', 'admin')),
    place     bigint not null,
    from_day  date   not null,
    to_day    date,
    primary key (community, person, role, place, from_day),
    foreign key (home, person) references person,
    foreign key (community, place) references place,
    check (to_day is null or to_day >= from_day)
);
create index role_person on role (home, person);
create index role_place on role (community, place, role);
-- A household has one vote, so it has one representative at a time.
create unique index household_rep_once on role (community, place) where role = 'household_rep' and to_day is null;

-- An owner counts as one head (judicial interpretation, Art. 8-9): a buyer of several parts, the co-owners of one part,
-- or the developer for everything unsold or undelivered.
create table owner (
    community int    not null references community,
    id        bigint not null default nextval('ids'),
    name      text   not null,
    kind      text   not null check (kind in ('person', 'co-owners', 'organisation', 'developer')),
    voter     bigint, -- the one designated person who casts this owner's ballot
    primary key (community, id),
    foreign key (community, voter) references person
);
create index owner_voter on owner (community, voter);

create table unit (
    community int    not null references community,
    id        bigint not null default nextval('ids'),
    place     bigint not null, -- its household; its courtyard for shops and public premises
    code      text   not null,
    kind      text   not null check (kind in ('dwelling', 'shop', 'public', 'parking')),
    area_c    bigint not null check (area_c > 0), -- 0.01 square metres
    owner     bigint,
    primary key (community, id),
    unique (community, code),
    foreign key (community, place) references place,
    foreign key (community, owner) references owner
);
create index unit_place on unit (community, place);
create index unit_owner on unit (community, owner);

-- Bodies other than residents: they speak, but do not vote.
create table partner (
    community int    not null references community,
    id        bigint not null default nextval('ids'),
    kind      text   not null check (kind in ('committee-unit', 'public-unit', 'organisation', 'property')),
    name      text   not null,
    primary key (community, id)
);

-- Settings of the whole installation: whether the data is demo data, the offset of the demo's clock, the secret key.
create table house (
    name  text primary key,
    value text not null
);
