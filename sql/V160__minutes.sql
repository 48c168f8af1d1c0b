-- Minutes: what the log says, the points the recorder writes, and what the room said to them.

create table minutes (
    community   int         not null,
    session     bigint      not null,
    state       text        not null default 'draft' check (state in ('draft', 'put', 'approved')),
    version     bigint      not null default 1, -- of the recorder's text: who saves over an older one is told
    remark      text        not null default '',
    paper       text,                           -- as it was put to the room, letter by letter: JSON
    sha256      text,
    put_at      timestamptz,
    approved_at timestamptz,
    agreed      int,                            -- by phone and by hand together, when it was approved
    asked       int,                            -- those who were there at the end
    primary key (community, session),
    foreign key (community, session) references session
);

create table minutes_point (
    community int    not null,
    session   bigint not null,
    item      bigint not null,
    points    text   not null,
    primary key (community, session, item),
    foreign key (community, session) references minutes,
    foreign key (community, session, item) references agenda_item (community, session, id)
);

-- What one of those who were there says to the text that was put; taking it back to the draft clears it.
create table minutes_answer (
    community int         not null,
    session   bigint      not null,
    voter     bigint      not null,
    label     text        not null,
    agrees    boolean     not null,
    remark    text        not null default '',
    at        timestamptz not null,
    primary key (community, session, voter),
    foreign key (community, session) references minutes
);

-- After the approval nothing changes; something may be added.
create table minutes_addition (
    community   int         not null,
    session     bigint      not null,
    id          bigint      not null default nextval('ids'),
    text        text        not null,
    post        text        not null,
    at          timestamptz not null,
    request_key text        not null,
    primary key (community, session, id),
    unique (community, session, request_key),
    foreign key (community, session) references minutes
);

create function minutes_kept() returns trigger language plpgsql as $$
begin
    if exists (select 1 from minutes m where m.community = old.community and m.session = old.session
        and m.state = 'approved') then
        raise exception 'minutes of session % are approved', old.session using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
end $$;

create trigger minutes_kept before update or delete on minutes for each row
    when (old.state = 'approved') execute function minutes_kept();
create trigger minutes_point_kept before update or delete on minutes_point for each row execute function minutes_kept();
create trigger minutes_answer_kept before update or delete on minutes_answer for each row execute function minutes_kept();
create trigger minutes_addition_append_only before update or delete or truncate on minutes_addition
    for each statement execute function append_only();
