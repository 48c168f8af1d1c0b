-- What a ballot weighs is published locked, for an area tells in a house whose ballot it is. Made by the close.
create table area_secret (
    community int    not null,
    poll      bigint not null,
    secret    text   not null check (secret <> ''), -- opens every area of this poll: for the scrutineers, and each voter's own
    primary key (community, poll),
    foreign key (community, poll) references poll
);
create trigger area_secret_append_only before update or delete or truncate on area_secret
    for each statement execute function append_only();

create table area_commitment (
    community  int    not null,
    poll       bigint not null,
    receipt    text   not null,
    commitment text   not null check (commitment ~ '^0[23][0-9a-f]{64}$'),
    primary key (community, poll, receipt),
    foreign key (community, poll) references area_secret
);
create trigger area_commitment_append_only before update or delete or truncate on area_commitment
    for each statement execute function append_only();
