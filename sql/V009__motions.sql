-- Motions on the agenda item in hand: amendments to its text, and procedural motions.

-- Every version of an item's text, as it stood.
create table motion_text (
    community int    not null,
    session   bigint not null,
    item      bigint not null,
    version   int    not null,
    text      text   not null,
    primary key (community, session, item, version),
    foreign key (community, session, item) references agenda_item (community, session, id) on delete cascade
);

create function motion_versioned() returns trigger language plpgsql as $$
begin
    if new.motion is distinct from old.motion then
        if exists (select 1 from poll p where p.community = old.community and p.session = old.session
                and p.item = old.id and p.purpose = 'decides' and p.state in ('open', 'closed')) then
            raise exception 'the motion of item % was put to the vote: its text stays', old.id
                using errcode = 'restrict_violation';
        end if;
        new.motion_version := old.motion_version + 1;
    end if;
    return new;
end $$;
create trigger motion_versioned before update on agenda_item for each row execute function motion_versioned();

create function motion_text_kept() returns trigger language plpgsql as $$
begin
    insert into motion_text values (new.community, new.session, new.id, new.motion_version, new.motion)
        on conflict do nothing;
    return null;
end $$;
create trigger motion_text_kept after insert or update of motion on agenda_item
    for each row execute function motion_text_kept();
create trigger motion_text_append_only before update or truncate on motion_text
    for each statement execute function append_only();

create table motion (
    community   int         not null,
    session     bigint      not null,
    id          bigint      not null default nextval('ids'),
    item        bigint      not null,
    kind        text        not null check (kind in ('amend', 'close', 'later', 'postpone', 'refer', 'recess')),
    number      int         not null,               -- among the amendments of the item, or its procedural motions
    person      bigint,                             -- who moved it; null: somebody without a phone, named by the moderator
    name        text        not null,               -- as it is shown
    base        int,                                -- amend: the version that it changes
    text        text,                               -- amend: the whole text as it would then read
    edits       jsonb,                              -- amend: the changed lines of the base
    detail      text        not null default '',    -- refer: to whom
    state       text        not null default 'moved'
        check (state in ('moved', 'consent', 'voting', 'adopted', 'refused', 'withdrawn', 'fallen')),
    objected    boolean     not null default false, -- somebody present objected: only a vote decides
    how         text        check (how in ('consent', 'vote')),
    poll        bigint,
    became      int,                                -- amend: the version of the text that it made
    request_key text        not null,
    moved_at    timestamptz not null,
    decided_at  timestamptz,
    primary key (community, session, id),
    unique (community, session, request_key),
    foreign key (community, session, item) references agenda_item (community, session, id),
    check ((kind = 'amend') = (base is not null and text is not null and edits is not null)),
    check (state not in ('adopted', 'refused') or how is not null)
);
create unique index motion_number on motion (community, session, item, (kind = 'amend'), number);
create unique index motion_one_in_hand on motion (community, session, item) where state in ('consent', 'voting');

create function motion_kept() returns trigger language plpgsql as $$
begin
    raise exception 'motion % is dealt with', old.id using errcode = 'restrict_violation';
end $$;
create trigger motion_kept before update on motion for each row
    when (old.state in ('adopted', 'refused', 'withdrawn', 'fallen')) execute function motion_kept();
create trigger motion_never_deleted before delete or truncate on motion
    for each statement execute function append_only();
