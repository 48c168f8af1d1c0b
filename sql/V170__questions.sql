-- A poll is a question: to agree to a motion or not, or to choose among plans; asked to decide the matter, or on the way to
-- it; answered by ballots, or by hands that two people count.

alter table poll add column purpose text not null default 'decides'
    check (purpose in ('decides', 'amendment', 'procedure'));
alter table poll add column item bigint;      -- the agenda item it was put on
alter table poll add column subject bigint;   -- the amendment or procedural motion it is about; null: the matter itself
alter table poll add column slate jsonb;      -- competing plans and how they are counted; null: yes or no
alter table poll add column by_hands boolean not null default false;
alter table poll add column shown boolean not null default false; -- whether the wall shows the result
alter table poll add column void_reason text;
alter table poll add constraint poll_subject check ((purpose = 'decides') = (subject is null));
update poll p set shown = state = 'closed', item = (select a.id from agenda_item a
    where a.community = p.community and a.session = p.session and a.matter = p.matter order by a.ordinal limit 1);

-- What a ballot says is checked against the question before it gets here.
alter table ballot drop constraint ballot_choice_check;
alter table ballot add constraint ballot_choice_check check (char_length(choice) between 1 and 120);
alter table secret_ballot drop constraint secret_ballot_choice_check;
alter table secret_ballot add constraint secret_ballot_choice_check check (char_length(choice) between 1 and 120);

-- Hands counted by two people, each on their own; the last count of each stands, and the two must be the same.
create table hand_count (
    community int         not null,
    poll      bigint      not null,
    person    bigint      not null,
    post      text        not null,
    yes       int         not null check (yes >= 0),
    no        int         not null check (no >= 0),
    abstain   int         not null check (abstain >= 0),
    at        timestamptz not null,
    primary key (community, poll, person),
    foreign key (community, poll) references poll
);
create trigger hand_count_kept before update on hand_count for each row execute function kept_after_close();
