-- A resolution is a draft until somebody posts it: it has neither number nor hash nor days before.

alter table resolution
    alter column number drop not null,
    alter column sha256 drop not null,
    alter column posted_at drop not null,
    alter column notice_until drop not null;
alter table resolution add constraint resolution_posted_whole check (
    num_nulls(number, sha256, posted_at, notice_until) in (0, 4) and (posted_at is not null or withdrawn_at is null));
