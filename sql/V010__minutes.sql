-- Minutes: what the log says, the points the recorder writes, and the answers of those who were present.

create table minutes (
    community   int         not null,
    session     bigint      not null,
    state       text        not null default 'draft' check (state in ('draft', 'put', 'approved')),
    version     bigint      not null default 1, -- of the recorder's text: saving over a newer one is refused
    remark      text        not null default '',
    paper       text,                           -- exactly as it was put to those present: JSON
    sha256      text,
    put_at      timestamptz,
    approved_at timestamptz,
    agreed      int,                            -- by phone and by hand together, at the approval
    asked       int,                            -- those present at the end
    primary key (community, session),
    foreign key (community, session) references session
);

-- The draft has a row for every item, including those that were not reached.
create table minutes_point (
    community int    not null,
    session   bigint not null,
    item      bigint not null,
    points    text   not null,
    primary key (community, session, item),
    foreign key (community, session) references minutes,
    foreign key (community, session, item) references agenda_item (community, session, id) on delete cascade
);

-- What one of those present answers to the text that was put; taking the minutes back to the draft clears it.
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

-- Approved minutes never change, but something may be added to them.
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
