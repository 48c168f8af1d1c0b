-- An upheld objection takes a resolution back: it stays in the register, marked, and the matter may get another.
alter table resolution add column withdrawn_at timestamptz;
alter table resolution add column withdrawn_reason text;
alter table resolution add column posted_by bigint;   -- who concluded it: somebody else answers objections
alter table resolution add column posted_post text not null default 'committee';
alter table resolution add column content text not null default '{}'; -- the canonical JSON that the hash is taken of
alter table resolution add column public boolean not null default true;
alter table resolution drop constraint resolution_community_matter_key;
create unique index resolution_one_in_force on resolution (community, matter) where withdrawn_at is null;

create table resolution_number (
    community int not null references community,
    year      int not null,
    last      int not null,
    primary key (community, year)
);
