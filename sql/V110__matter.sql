-- Who took a remark down and who answered the appeal: two different people.
alter table remark add column hidden_person bigint;
alter table remark add column appeal_at timestamptz;
alter table remark add column appeal_by_person bigint;
alter table remark add column appeal_by text;
alter table remark add column appeal_answered_at timestamptz;
alter table remark add column restored_at timestamptz;
create index remark_hidden on remark (community, matter, hidden_at) where hidden_at is not null;

-- The plan's text is written once more with every notice; who posted a notice stands beside it.
alter table notice add column posted_by text not null default 'committee';

-- The narrowed question: only the "how" is deliberated where the thing itself is a duty by law.
alter table triage add column narrowed boolean not null default false;
