-- What those present wanted otherwise in the minutes, and what was answered: kept when the minutes are taken back, too.
create table minutes_correction (
    community int         not null,
    session   bigint      not null,
    id        bigint      not null default nextval('ids'),
    label     text        not null,
    text      text        not null,
    answer    text        not null default '',
    post      text        not null,
    at        timestamptz not null,
    primary key (community, session, id),
    foreign key (community, session) references minutes
);
create trigger minutes_correction_append_only before update or delete or truncate on minutes_correction
    for each statement execute function append_only();
