-- Periods by law: what is done outside the server and recorded before a stage is left, for how many days a notice was
-- posted, and from which hour a session was moved.

create table stage_record (
    community int         not null,
    id        bigint      not null default nextval('ids'),
    matter    bigint      not null,
    stage     text        not null,
    day       date        not null, -- on which it was done
    needless  boolean     not null, -- it need not be done here; the text says why
    text      text        not null check (length(text) between 1 and 1000),
    by_person bigint,
    by_post   text        not null,
    at        timestamptz not null,
    primary key (community, id),
    foreign key (community, matter) references matter
);
create index stage_record_matter on stage_record (community, matter, stage);

alter table notice add column days int check (days > 0);
update notice set days = greatest(1, until - (posted_at at time zone 'Asia/Shanghai')::date);
alter table notice alter column days set not null;

alter table session add column moved_from timestamptz;               -- the hour that was announced before; null: never moved
alter table session add column moved_why  text not null default '';
