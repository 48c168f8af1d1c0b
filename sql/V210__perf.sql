-- The intake looks a voter up by the whole key of a row. An index that begins with a part of that key fits too, and a
-- planner that knows nothing yet of a table just filled may choose it: then every ballot reads the whole poll. So no other
-- index of these tables begins as the key does.
drop index entitlement_person;
create index entitlement_person on entitlement (person, poll, community);
alter table ballot drop constraint ballot_community_receipt_key;
alter table ballot add unique (receipt, community);
alter table turnout drop constraint turnout_community_receipt_key;
alter table turnout add unique (receipt, community);

-- No ballot without its place on the roll, as before, but asked once a batch: a foreign key asks, and locks, once a row.
-- A row of the roll never goes away and never becomes another voter's.
create function only_entitled() returns trigger language plpgsql as $$
begin
    if exists (select 1 from fresh f where (
        select e.voter from entitlement e where e.community = f.community and e.poll = f.poll and e.voter = f.voter) is null) then
        raise exception 'a ballot in % of somebody who is not on its roll', tg_table_name using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create function only_of_a_poll() returns trigger language plpgsql as $$
begin
    if exists (select 1 from (select distinct community, poll from fresh) f where (
        select p.id from poll p where p.community = f.community and p.id = f.poll) is null) then
        raise exception 'a ballot in % of no poll', tg_table_name using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create function roll_kept() returns trigger language plpgsql as $$
begin
    raise exception 'a frozen roll keeps its voters' using errcode = 'restrict_violation';
end $$;

alter table ballot drop constraint ballot_community_poll_voter_fkey;
create trigger ballot_entitled after insert on ballot referencing new table as fresh
    for each statement execute function only_entitled();
alter table turnout drop constraint turnout_community_poll_voter_fkey;
create trigger turnout_entitled after insert on turnout referencing new table as fresh
    for each statement execute function only_entitled();
alter table secret_ballot drop constraint secret_ballot_community_poll_fkey;
create trigger secret_ballot_of_a_poll after insert on secret_ballot referencing new table as fresh
    for each statement execute function only_of_a_poll();
create trigger roll_kept before delete or truncate or update of community, poll, voter on entitlement
    for each statement execute function roll_kept();
create trigger ballot_voter_kept before update of community, poll, voter on ballot
    for each statement execute function append_only();
