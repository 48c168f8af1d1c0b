-- What keeps others out without shutting anybody out: tries of a password, browsers that were signed in before, messages of other
-- check-in systems that were taken, checks in person that a new invitation ended.

-- Tries of a password are counted for a name from an address, for a name from everywhere, and for a browser that its owner was signed
-- in with; for names that no account has as well, so that nothing tells them apart.
create table sign_in_try (
    subject   bytea       primary key, -- SHA-256 of what is counted
    tries     int         not null,
    free_at   timestamptz not null,    -- no password is looked at before
    forget_at timestamptz not null
);
create index sign_in_try_forget on sign_in_try (forget_at);
alter table account drop column failures, drop column locked_until;

-- A browser that was signed in to this account before. It gives no access: only tries of its own.
create table known_browser (
    mark       bytea       primary key, -- SHA-256 of the cookie with the person: two people's marks of one browser have nothing in common
    community  int         not null,
    person     bigint      not null,
    expires_at timestamptz not null,
    foreign key (community, person) references account
);
create index known_browser_person on known_browser (community, person);

-- Messages of other check-in systems that were taken, as long as their time would let them be taken again.
create table check_in_message (
    community int         not null,
    session   bigint      not null,
    signature bytea       not null,
    id        bigint      not null default nextval('ids'), -- in the order in which they were taken
    code      text        not null,                        -- of the household or person on the roll
    at        timestamptz not null,                        -- as the other system says
    primary key (community, session, signature),
    foreign key (community, session) references session
);
create index check_in_message_at on check_in_message (at);

-- Since when somebody has to be checked in person again, because a new invitation gave the account a new password; and which
-- invitations were printed for somebody who had an account already.
alter table account add column lapsed_at timestamptz;
alter table invitation add column again boolean not null default false;
create index invitation_again on invitation (community, person) where again;
