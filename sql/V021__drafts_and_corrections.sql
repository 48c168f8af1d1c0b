-- A resolution is a draft until somebody posts it: it has neither number nor hash nor days before. Corrections of minutes stay.

alter table resolution
    alter column number drop not null,
    alter column sha256 drop not null,
    alter column posted_at drop not null,
    alter column notice_until drop not null;
alter table resolution add constraint resolution_posted_whole check (
    num_nulls(number, sha256, posted_at, notice_until) in (0, 4) and (posted_at is not null or withdrawn_at is null));

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
