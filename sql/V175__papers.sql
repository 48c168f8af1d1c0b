-- Paper ballots of a secret poll. Who was given one has taken part, like everybody else in "turnout"; what the two who
-- emptied the box counted stands here until the close, when it goes into the box with the others and is taken away here.
alter table turnout add column paper boolean not null default false;

create table paper_count (
    community int         not null,
    poll      bigint      not null,
    person    bigint      not null,
    yes       int         not null check (yes >= 0),
    no        int         not null check (no >= 0),
    abstain   int         not null check (abstain >= 0),
    spoiled   int         not null check (spoiled >= 0),
    at        timestamptz not null,
    primary key (community, poll, person),
    foreign key (community, poll) references poll
);
