-- A roll is locked when its session opens: who was on it stands here, so that what is imported later counts from the session's
-- end. A session that was opened before this was kept has no list, and goes on by the roll as it is.
alter table session_roll add column listed boolean not null default false;
create table session_voter (
    community int    not null,
    session   bigint not null,
    roll      text   not null,
    n         int    not null, -- in the order of the roll
    voter     bigint not null,
    label     text   not null,
    person    bigint,
    area_c    bigint not null,
    heads     int    not null,
    primary key (community, session, roll, voter),
    foreign key (community, session, roll) references session_roll
);
create index session_voter_person on session_voter (person, session, community);
create trigger session_voter_append_only before update or delete or truncate on session_voter
    for each statement execute function append_only();
