-- Sign-in: an account opened with an invitation slip, a password, an opaque token.
-- No e-mail address, identity number or birthday is ever stored.

create table account (
    community     int         not null,
    person        bigint      not null,
    display_name  text        not null check (display_name <> '' and length(display_name) <= 40),
    password_hash text        not null,
    level         int         not null default 1 check (level between 1 and 3), -- 2: checked in person against the roll
    checked_by    bigint,
    checked_at    timestamptz,
    checked_how   text,
    failures      int         not null default 0,
    locked_until  timestamptz,
    created_at    timestamptz not null,
    primary key (community, person),
    foreign key (community, person) references person
);
create unique index account_name on account (lower(display_name));

create table invitation (
    community  int         not null,
    id         bigint      not null default nextval('ids'),
    person     bigint      not null,
    code_hash  bytea       not null unique, -- SHA-256 of the ten characters on the slip
    issued_by  bigint,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    revoked_at timestamptz,
    primary key (community, id),
    foreign key (community, person) references person
);
-- A new slip revokes the one before it.
create unique index invitation_one_open on invitation (community, person) where used_at is null and revoked_at is null;

create table sign_in (
    token_hash bytea       primary key, -- SHA-256 of the cookie's token
    community  int         not null,
    person     bigint      not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    foreign key (community, person) references account
);
create index sign_in_person on sign_in (community, person);
