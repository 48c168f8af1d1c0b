-- Meetings: what they are called with, the agenda, the turns to speak.

create table session (
    community    int         not null references community,
    id           bigint      not null default nextval('ids'),
    place        bigint      not null,
    kind         text        not null check (kind in
        ('courtyard', 'residents', 'representatives', 'owners', 'hearing', 'conciliation', 'appraisal')),
    title        text        not null,
    venue        text        not null default '',
    starts_at    timestamptz not null,
    called_by    text        not null default '',    -- the post that called it, never a name
    moderator    bigint,
    state        text        not null default 'called' check (state in ('called', 'open', 'paused', 'closed', 'off')),
    current      int         not null default 1,     -- ordinal of the agenda item in hand
    roll         text        not null default '',    -- which roll counts for the item in hand
    members      int         not null default 0,     -- how many that roll counts, frozen at the opening
    remote       boolean     not null default false, -- whether its rule counts remote participants
    turn_seconds int         not null default 120 check (turn_seconds between 15 and 1800),
    turns_each   int         not null default 2 check (turns_each between 1 and 20),
    reason       text        not null default '',    -- why it was called off or adjourned
    resumes_at   timestamptz,                        -- adjourned to; null: to be announced
    version      bigint      not null default 1,     -- grows with every change that participants see
    door_key     text        not null,               -- secret in the venue's QR code
    request_key  text,                               -- a call sent twice is one call
    opened_at    timestamptz,
    closed_at    timestamptz,
    primary key (community, id),
    foreign key (community, place) references place
);
create index session_place on session (community, place, starts_at desc);
create unique index session_request on session (community, request_key);

-- How many each roll of the agenda counts, frozen when the meeting is opened.
create table session_roll (
    community int    not null,
    session   bigint not null,
    roll      text   not null,
    members   int    not null check (members >= 0),
    primary key (community, session, roll),
    foreign key (community, session) references session
);

-- From the opening to the adjournment or the close.
create table sitting (
    community int         not null,
    session   bigint      not null,
    n         int         not null check (n > 0),
    opened_at timestamptz not null,
    ended_at  timestamptz,
    present   int,        -- at its end
    reason    text        not null default '',
    primary key (community, session, n),
    foreign key (community, session) references session
);
create unique index sitting_one_open on sitting (community, session) where ended_at is null;

-- An item keeps its id when the agenda is put in another order.
create table agenda_item (
    community      int     not null,
    session        bigint  not null,
    id             bigint  not null default nextval('ids'),
    ordinal        int     not null,
    matter         bigint,
    title          text    not null,
    motion         text    not null default '',
    motion_version int     not null default 1, -- grows with every change of the motion's text
    minutes        int     not null default 15 check (minutes between 1 and 600), -- planned duration
    floor_closed   boolean not null default false,
    ended          text    check (ended in ('postponed', 'referred')), -- how it ended without a decision
    request_key    text,
    primary key (community, session, id),
    -- Items trade places in one statement: their order is checked at its end.
    constraint agenda_item_order unique (community, session, ordinal) deferrable initially immediate,
    foreign key (community, session) references session,
    foreign key (community, matter) references matter
);
create index agenda_matter on agenda_item (community, matter);
create unique index agenda_item_request on agenda_item (community, session, request_key);

-- What the meeting has reached stays on its agenda, in its place. Only an item that the meeting itself decided to take
-- later moves to the end, and the transaction that moves it names it in the setting pavilion.later.
create function agenda_kept() returns trigger language plpgsql as $$
begin
    if exists (select 1 from session s where s.community = old.community and s.id = old.session
        and (s.state in ('closed', 'off') or (s.opened_at is not null and old.ordinal <= s.current
            and not (tg_op = 'UPDATE' and old.ordinal = s.current and new.matter is not distinct from old.matter
                and coalesce(current_setting('pavilion.later', true), '') = old.id::text)))) then
        raise exception 'item % was reached', old.id using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
end $$;
create trigger agenda_item_kept before delete or update of ordinal, matter on agenda_item
    for each row execute function agenda_kept();

create table attachment (
    community int         not null,
    session   bigint      not null,
    id        bigint      not null default nextval('ids'),
    item      bigint,     -- null: of the whole meeting
    title     text        not null,
    type      text        not null check (type in ('application/pdf', 'image/jpeg')),
    content   bytea       not null,
    bytes     int         not null check (bytes between 1 and 10485760),
    sha256    text        not null,
    post      text        not null,
    at        timestamptz not null,
    primary key (community, session, id),
    unique nulls not distinct (community, session, item, sha256),
    foreign key (community, session) references session,
    foreign key (community, session, item) references agenda_item (community, session, id) on delete cascade
);

-- What people were called with is what they meet about.
create function attachment_kept() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' or exists (select 1 from session s where s.community = coalesce(new.community, old.community)
        and s.id = coalesce(new.session, old.session) and s.state <> 'called') then
        raise exception 'attachments stay as they were called with' using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
end $$;
create trigger attachment_kept before insert or update or delete on attachment
    for each row execute function attachment_kept();

-- Who asked to speak, who speaks, who spoke how long.
create table turn (
    community int         not null,
    session   bigint      not null,
    id        bigint      not null default nextval('ids'),
    item      bigint      not null,
    speaker   text        not null, -- the same for the same person: p and a number, or n and a name
    name      text        not null, -- as it is shown
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
