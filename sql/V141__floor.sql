-- The floor of a meeting: who asks to speak, who speaks, who spoke how long.

alter table session add column turn_seconds int not null default 120 check (turn_seconds between 15 and 1800);
alter table session add column turns_each int not null default 2 check (turns_each between 1 and 20);

-- An item keeps its number when the agenda is put in another order.
alter table agenda_item add column id bigint not null default nextval('ids');
create unique index agenda_item_id on agenda_item (community, session, id);

create table turn (
    community int         not null,
    session   bigint      not null,
    id        bigint      not null default nextval('ids'),
    item      bigint      not null,
    speaker   text        not null, -- the same for the same person: p and a number, or n and a name
    name      text        not null, -- as the room reads it
    side      text        not null check (side in ('for', 'against', 'question', 'order')),
    state     text        not null default 'waiting' check (state in ('waiting', 'speaking', 'spoken', 'gone')),
    asked_at  timestamptz not null,
    given_at  timestamptz,
    until_at  timestamptz,          -- when the speaker's time is up
    ended_at  timestamptz,
    primary key (community, session, id),
    foreign key (community, session, item) references agenda_item (community, session, id)
);
create unique index turn_waits_once on turn (community, session, item, speaker) where state = 'waiting';
create unique index turn_one_speaks on turn (community, session) where state = 'speaking';

-- How long an item is planned to take.
alter table agenda_item add column minutes int not null default 15 check (minutes between 1 and 600);

-- Every coming and going, in order; "presence" keeps how it stands now.
alter table presence drop constraint presence_how_check;
alter table presence add constraint presence_how_check check (how in ('qr', 'door', 'hook', 'link'));
create table presence_event (
    community int         not null,
    session   bigint      not null,
    id        bigint      not null default nextval('ids'),
    voter     bigint      not null,
    label     text        not null,
    way       text        not null check (way in ('in', 'out')),
    how       text        not null check (how in ('qr', 'door', 'hook', 'self')),
    at        timestamptz not null,
    primary key (community, session, id),
    foreign key (community, session) references session
);
create trigger presence_event_append_only before update or delete or truncate on presence_event
    for each statement execute function append_only();
