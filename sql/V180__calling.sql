-- Calling a meeting: its kind, an agenda of several items, what is attached, which roll counts for which item, its sittings.

alter table session add constraint session_kind_check check (kind in
    ('courtyard', 'residents', 'representatives', 'owners', 'hearing', 'conciliation', 'appraisal'));
alter table session drop constraint session_state_check;
alter table session add constraint session_state_check check (state in ('called', 'open', 'paused', 'closed', 'off'));
alter table session add column request_key text;                         -- a call sent twice is one call
alter table session add column called_by text not null default '';       -- the post that called it, never a name
alter table session add column reason text not null default '';          -- why it was called off, or goes on another day
alter table session add column resumes_at timestamptz;                   -- adjourned to; null: to be announced
alter table session add column roll text not null default '';            -- which roll counts for the item in hand
alter table session add column remote boolean not null default false;    -- whether its rule counts those from afar
create unique index session_request on session (community, request_key);

-- Items trade places in one statement, so their order is checked at its end.
alter table agenda_item drop constraint agenda_item_pkey;
alter table agenda_item add constraint agenda_item_pkey primary key using index agenda_item_id;
alter table agenda_item add constraint agenda_item_order unique (community, session, ordinal) deferrable initially immediate;
alter table agenda_item add column request_key text;
create unique index agenda_item_request on agenda_item (community, session, request_key);

-- What the meeting has reached stays on its agenda, at its place; only the item in hand may be taken later.
create function agenda_kept() returns trigger language plpgsql as $$
begin
    if exists (select 1 from session s where s.community = old.community and s.id = old.session
        and (s.state in ('closed', 'off') or (s.opened_at is not null and old.ordinal <= s.current
            and not (tg_op = 'UPDATE' and old.ordinal = s.current and new.ordinal > old.ordinal
                and new.matter is not distinct from old.matter)))) then
        raise exception 'item % was reached', old.id using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
end $$;
create trigger agenda_item_kept before delete or update of ordinal, matter on agenda_item
    for each row execute function agenda_kept();

-- The recorder's draft has a line for every item, those not reached too.
alter table minutes_point drop constraint minutes_point_community_session_item_fkey;
alter table minutes_point add foreign key (community, session, item)
    references agenda_item (community, session, id) on delete cascade;

-- How many each roll of the agenda counts below the line, frozen when the meeting is opened.
create table session_roll (
    community int    not null,
    session   bigint not null,
    roll      text   not null,
    members   int    not null check (members >= 0),
    primary key (community, session, roll),
    foreign key (community, session) references session
);

-- Whoever comes takes a seat on each roll they stand on; '' is from before there was more than one, and counts for all.
alter table presence add column roll text not null default '';
alter table presence drop constraint presence_pkey;
alter table presence add primary key (community, session, roll, voter);
alter table presence drop constraint presence_how_check;
alter table presence add constraint presence_how_check check (how in ('qr', 'door', 'hook', 'link', 'remote'));
alter table presence_event drop constraint presence_event_how_check;
alter table presence_event add constraint presence_event_how_check
    check (how in ('qr', 'door', 'hook', 'self', 'remote', 'recess'));

-- From opening to the adjournment or the close.
create table sitting (
    community int         not null,
    session   bigint      not null,
    n         int         not null check (n > 0),
    opened_at timestamptz not null,
    ended_at  timestamptz,
    present   int,                      -- at its end
    reason    text        not null default '',
    primary key (community, session, n),
    foreign key (community, session) references session
);
create unique index sitting_one_open on sitting (community, session) where ended_at is null;
insert into sitting (community, session, n, opened_at, ended_at)
    select community, id, 1, opened_at, closed_at from session where opened_at is not null;

create table attachment (
    community int         not null,
    session   bigint      not null,
    id        bigint      not null default nextval('ids'),
    item      bigint,                   -- null: of the whole meeting
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

-- What people were called with is what they meet over.
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
