-- A count that is published only after those who watch it have signed it.

create table count_signing (
    community int    not null,
    poll      bigint not null,
    minority  text   not null, -- what is printed beside the result once it is published
    primary key (community, poll),
    foreign key (community, poll) references poll
);

create table count_signature (
    community int         not null,
    id        bigint      not null default nextval('ids'),
    poll      bigint      not null,
    person    bigint      not null,
    post      text        not null check (post in ('scrutineer', 'supervision')),
    agrees    boolean     not null, -- the stored count is right; false: an objection, with its reason
    reason    text        not null check (length(reason) <= 500 and agrees = (reason = '')),
    at        timestamptz not null,
    primary key (community, id),
    foreign key (community, poll) references count_signing
);
create index count_signature_poll on count_signature (community, poll);
-- Who signed has signed; who objected may sign later.
create unique index count_signature_once on count_signature (community, poll, person) where agrees;

create trigger count_signing_append_only before update or delete or truncate on count_signing
    for each statement execute function append_only();
create trigger count_signature_append_only before update or delete or truncate on count_signature
    for each statement execute function append_only();
