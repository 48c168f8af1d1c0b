-- How many approve the minutes by a raised hand: two people count, each on their own.
create table minutes_hands (
    community int         not null,
    session   bigint      not null,
    person    bigint      not null,
    post      text        not null,
    hands     int         not null check (hands > 0),
    at        timestamptz not null,
    primary key (community, session, person),
    foreign key (community, session) references minutes
);
create trigger minutes_hands_kept before update or delete on minutes_hands for each row execute function minutes_kept();
